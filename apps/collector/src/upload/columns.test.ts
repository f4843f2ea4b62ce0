import { pollUploadSchema } from '@platen/contracts';
import { buildPoll, buildSpooledPoll } from '../../test/polls';
import { toUpload, toVariables } from './columns';

const supply = {
  index: '1.1',
  description: 'Black Toner',
  kind: 'toner',
  color: 'black',
  class: 'consumed',
  levelState: 'some',
  levelPercent: null,
  capacity: null,
  unit: 'unknown',
  serial: null,
} as const;

const batch = {
  name: 'file',
  idempotencyKey: 'b0f5ac63-0000-4000-8000-000000000000',
  polls: [
    buildSpooledPoll('192.0.2.1'),
    buildSpooledPoll('192.0.2.2', {
      identity: { ...buildPoll().identity, location: 'x'.repeat(5000), model: null },
      status: { state: 'warning', errors: ['lowToner', 'doorOpen'] },
      meters: [
        { kind: 'total', value: 4_294_967_294, unit: 'sheets', source: 'standard' },
        { kind: 'other', value: 1, unit: 'other', source: 'vendor' },
      ],
      supplies: [supply],
      alerts: [{ severity: 'other', code: null, description: 'Sleep' }],
    }),
  ],
};

test('rows become the columns of the contract, whatever a device writes into its texts', () => {
  const upload = pollUploadSchema.parse(toUpload(batch));
  expect(upload.polls.address).toEqual(['192.0.2.1', '192.0.2.2']);
  expect(upload.polls.location.map((text) => text?.length)).toEqual([undefined, 255]);
  expect(upload.polls.errors).toEqual([[], ['lowToner', 'doorOpen']]);
  expect(upload.meterReads).toMatchObject({
    poll: [0, 1],
    kind: ['total', 'total'],
    value: [10, 4_294_967_294],
  });
  expect(upload.supplyLevels).toMatchObject({
    poll: [1],
    slot: ['1.1'],
    levelState: ['some'],
    levelPercent: [null],
  });
  expect(upload.alerts).toEqual({ poll: [1], severity: ['other'], code: [null], description: ['Sleep'] });
});

test('on the wire enum values are in upper case, and nothing else is', () => {
  const { input } = toVariables(toUpload(batch));
  expect(input.polls.status).toEqual(['IDLE', 'WARNING']);
  expect(input.polls.errors[1]).toEqual(['lowToner', 'doorOpen']);
  expect(input.meterReads).toMatchObject({
    unit: ['IMPRESSIONS', 'SHEETS'],
    source: ['STANDARD', 'STANDARD'],
    kind: ['total', 'total'],
  });
  expect(input.alerts.severity).toEqual(['OTHER']);
});
