import { MAX_METER_READS_PER_UPLOAD, MAX_POLLS_PER_UPLOAD, pollUploadSchema } from '@platen/contracts';
import { faultsOfUpload } from './check-poll-upload';
import type { PollColumns } from './poll-columns';

type Mutable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : Mutable<T[Key]>;
};

function buildUpload(): Mutable<PollColumns> {
  return {
    idempotencyKey: 'upload-0001',
    polls: {
      polledAt: [new Date('2026-11-20T09:00:00Z')],
      address: ['192.0.2.1'],
      maker: ['Acme'],
      model: [null],
      serialNumber: ['A1'],
      firmware: [null],
      name: [null],
      location: [null],
      status: ['idle'],
      errors: [['jammed']],
    },
    meterReads: {
      poll: [0],
      kind: ['total'],
      value: [4_294_967_295],
      unit: ['impressions'],
      source: ['standard'],
    },
    supplyLevels: {
      poll: [0, 0],
      slot: ['1.1', '1.2'],
      description: ['Black', 'Waste'],
      kind: ['toner', 'waste'],
      color: ['black', 'none'],
      class: ['consumed', 'receptacle'],
      levelState: ['percent', 'some'],
      levelPercent: [0, null],
      cartridgeSerial: [null, null],
    },
    alerts: { poll: [0], severity: ['warning'], code: [null], description: ['Door open'] },
  };
}

test('a whole upload has no fault', () => {
  expect(faultsOfUpload(buildUpload())).toEqual([]);
});

const broken: [string, (upload: Mutable<PollColumns>) => void][] = [
  ['idempotencyKey', (upload) => (upload.idempotencyKey = 'short')],
  ['idempotencyKey', (upload) => (upload.idempotencyKey = 'x'.repeat(256))],
  ['polls.maker', (upload) => upload.polls.maker.push(null)],
  ['meterReads.value', (upload) => upload.meterReads.value.pop()],
  ['supplyLevels.slot', (upload) => upload.supplyLevels.slot.pop()],
  ['alerts.code', (upload) => upload.alerts.code.push(1)],
  ['polls.address.0', (upload) => (upload.polls.address[0] = 'x'.repeat(256))],
  ['polls.maker.0', (upload) => (upload.polls.maker[0] = 'x'.repeat(121))],
  ['polls.model.0', (upload) => (upload.polls.model[0] = 'x'.repeat(201))],
  ['polls.serialNumber.0', (upload) => (upload.polls.serialNumber[0] = 'x'.repeat(121))],
  ['polls.firmware.0', (upload) => (upload.polls.firmware[0] = 'x'.repeat(201))],
  ['polls.name.0', (upload) => (upload.polls.name[0] = 'x'.repeat(256))],
  ['polls.location.0', (upload) => (upload.polls.location[0] = 'x'.repeat(256))],
  ['polls.errors.0', (upload) => (upload.polls.errors[0] = Array.from({ length: 33 }, () => 'jammed'))],
  ['polls.errors.0.0', (upload) => (upload.polls.errors[0] = ['x'.repeat(61)])],
  ['meterReads.poll.0', (upload) => (upload.meterReads.poll[0] = 1)],
  ['meterReads.poll.0', (upload) => (upload.meterReads.poll[0] = -1)],
  ['meterReads.kind.0', (upload) => (upload.meterReads.kind[0] = 'Total')],
  ['supplyLevels.poll.1', (upload) => (upload.supplyLevels.poll[1] = 7)],
  ['supplyLevels.slot.0', (upload) => (upload.supplyLevels.slot[0] = 'x'.repeat(41))],
  ['supplyLevels.description.0', (upload) => (upload.supplyLevels.description[0] = 'x'.repeat(256))],
  ['supplyLevels.cartridgeSerial.0', (upload) => (upload.supplyLevels.cartridgeSerial[0] = 'x'.repeat(121))],
  ['supplyLevels.levelPercent.0', (upload) => (upload.supplyLevels.levelPercent[0] = 150)],
  ['supplyLevels.levelPercent.0', (upload) => (upload.supplyLevels.levelPercent[0] = -1)],
  ['supplyLevels.levelPercent.0', (upload) => (upload.supplyLevels.levelPercent[0] = Number.NaN)],
  ['supplyLevels.levelPercent.0', (upload) => (upload.supplyLevels.levelPercent[0] = null)],
  ['supplyLevels.levelPercent.1', (upload) => (upload.supplyLevels.levelPercent[1] = 20)],
  ['alerts.poll.0', (upload) => (upload.alerts.poll[0] = 3)],
  ['alerts.description.0', (upload) => (upload.alerts.description[0] = 'x'.repeat(256))],
];

test.each(broken)('a fault at %s is found (case %#)', (path, breakIt) => {
  const upload = buildUpload();
  breakIt(upload);
  expect(faultsOfUpload(upload).map((fault) => fault.path)).toEqual([path]);
});

test('a NUL byte is refused, for PostgreSQL cannot store one', () => {
  const upload = buildUpload();
  upload.alerts.description[0] = 'Door\0open';
  expect(faultsOfUpload(upload)).toEqual([
    { path: 'alerts.description.0', message: 'must have at most 255 characters and no NUL' },
  ]);
});

test('more polls or reads than allowed are refused, at most nine faults are told', () => {
  const upload = buildUpload();
  for (let index = 0; index < MAX_POLLS_PER_UPLOAD; index++) upload.polls.polledAt.push(new Date(0));
  expect(faultsOfUpload(upload)[0]).toEqual({
    path: 'polls.polledAt',
    message: 'must have at most 250 entries',
  });
  expect(faultsOfUpload(upload)).toHaveLength(9);
});

test('one reading more than a thousand is refused, and the limit is told', () => {
  const upload = buildUpload();
  const columns = upload.meterReads;
  for (let index = 0; index < MAX_METER_READS_PER_UPLOAD; index++) {
    columns.poll.push(0);
    columns.kind.push('total');
    columns.value.push(index);
    columns.unit.push('impressions');
    columns.source.push('standard');
  }
  expect(faultsOfUpload(upload)).toEqual([
    { path: 'meterReads.poll', message: 'must have at most 1000 entries' },
  ]);
  for (const column of Object.values(columns)) column.pop();
  expect(faultsOfUpload(upload)).toEqual([]);
});

test('C54 what this check accepts, the contract accepts, and the other way round', () => {
  const accepts = (upload: Mutable<PollColumns>) =>
    pollUploadSchema.safeParse({
      ...upload,
      polls: { ...upload.polls, polledAt: upload.polls.polledAt.map((at) => at.toISOString()) },
    }).success;
  expect(accepts(buildUpload())).toBe(true);
  // The contract knows single values; lengths, positions and which state has a number are this check's own.
  const ofSingleValues = broken.filter(
    ([path]) => /(\.\d|Key)$/.test(path) && !/\.poll\.|Percent\.1/.test(path),
  );
  for (const [path, breakIt] of ofSingleValues) {
    const upload = buildUpload();
    breakIt(upload);
    if (path !== 'supplyLevels.levelPercent.0' || upload.supplyLevels.levelPercent[0] !== null)
      expect([path, accepts(upload)]).toEqual([path, false]);
  }
});
