import { randomUUID } from 'node:crypto';
import type { Actor } from '@platen/platform';
import { actorOf, actors, bianchi } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { handInsOf, reader } from '../../test/hand-ins';
import { totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { handIn, verdictOf } = handInsOf(fleet);

const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', monitored: false, lastSeenHoursAgo: null });
const desk = actorOf('staff', ['device:read', 'meter:manage'], { customerId: null });
const stranger = actorOf('user', ['device:read', 'device:all', 'meter:submit'], { customerId: bianchi });

beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

type Answer = Record<string, unknown> & { readonly __typename: string };
const act =
  (field: string, by: Actor) =>
  async (input: Record<string, unknown>, actor: Actor = by): Promise<Answer> => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${field}(input: $input) { __typename ... on UserError { code message } } }`;
    return (await fleet.data<Record<string, Answer>>(actor, document, { input }))[field] as Answer;
  };
const meterId = async () => (await fleet.rows<{ id: string }>('select id from fleet.meter'))[0]?.id ?? '';
const correct = async (value: number, rest: Record<string, unknown> = {}, actor: Actor = reader) => {
  const input = {
    idempotencyKey: randomUUID(),
    meterId: await meterId(),
    value,
    reason: 'typed wrongly',
    ...rest,
  };
  return act('correctMeterRead', reader)(input, actor);
};
const declare = async (rest: Record<string, unknown>, actor: Actor = reader) => {
  const input = {
    idempotencyKey: randomUUID(),
    meterId: await meterId(),
    at: '2026-11-12T09:00:00.000Z',
    valueBefore: 5200,
    valueAfter: 0,
    reason: 'RESET',
    ...rest,
  };
  return act('declareMeterReset', reader)(input, actor);
};
const decide = act('decideMeterCase', desk);
const volume = async () =>
  (await fleet.rows<{ volume: string }>(`select volume from fleet.device_month where kind = 'total'`)).map(
    (row) => Number(row.volume),
  );
const caseId = async () =>
  (await fleet.rows<{ id: string }>('select id from fleet.meter_exception where resolved_at is null'))[0]
    ?.id ?? '';
const resolved = () =>
  fleet.rows(
    'select kind, decision, decision_reason from fleet.meter_exception where resolved_at is not null',
  );

describe('correcting the latest hand-in', () => {
  beforeEach(async () => {
    await handIn([{ device, value: 1000, at: '01T09:00' }]);
    await handIn([{ device, value: 1900, at: '10T09:00' }]);
    await fleet.forgetEvents();
  });

  test('replaces its value, keeps the old one, sums the month up again and tells the books', async () => {
    expect(await correct(1500)).toEqual({ __typename: 'CorrectMeterReadSuccess' });
    expect(await volume()).toEqual([500]);
    expect(await fleet.rows('select value_before, value_after, reason from fleet.meter_correction')).toEqual([
      { value_before: '1900', value_after: '1500', reason: 'typed wrongly' },
    ]);
    const [first] = await fleet.rows<{ id: string }>(
      `select id from fleet.meter_hand_in where corrects is null order by id desc limit 1`,
    );
    expect(await fleet.events('fleet.meter-hand-in.accepted.v1')).toMatchObject([
      { corrects: first?.id, readAt: '2026-11-10T09:00:00.000Z', values: [{ value: 1500, previous: 1000 }] },
    ]);
    expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
      { action: 'meter-read.corrected', facts: { meter: 'total', before: 1900, after: 1500 } },
    ]);
    expect(await fleet.rows('select kind from fleet.device_event')).toEqual([{ kind: 'reading-corrected' }]);
  });

  test('a second correction refers to the first hand-in too', async () => {
    await correct(1500);
    await correct(1600);
    const rows = await fleet.rows<{ corrects: string }>(
      'select corrects from fleet.meter_hand_in where corrects is not null',
    );
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ corrects }) => corrects)).size).toBe(1);
    expect(await volume()).toEqual([600]);
  });

  test('is refused in a closed period, after the days of the branch, and once something newer was read', async () => {
    await fleet.rows(
      `insert into fleet.meter_period_closed (customer_id, branch_id, closed_through, closed_before, closed_at, actor_kind)
       values ($1, $2, '2026-11-10', '2026-11-10T23:00:00Z', now(), 'staff')`,
      [site.customerId, site.branchId],
    );
    expect(await correct(1500)).toMatchObject({ code: 'PERIOD_CLOSED' });
    await fleet.rows('delete from fleet.meter_period_closed');
    fleet.clock.set('2026-12-21T00:00:00.000Z');
    expect(await correct(1500)).toMatchObject({ code: 'CORRECTION_TOO_LATE' });
    fleet.clock.set('2026-11-20T10:00:00.000Z');
    await fleet.record(uploadOf([totalAt('15T09:00', 2000)]));
    expect(await correct(1500)).toMatchObject({
      code: 'READ_NOT_LATEST',
      message: 'Only the latest hand-in of a counter can be corrected.',
    });
    expect(await fleet.rows('select from fleet.meter_correction')).toEqual([]);
    expect(await volume()).toEqual([1000]);
  });

  test('is judged like any value: below the one before never, an odd one when it is confirmed', async () => {
    expect(await correct(999)).toMatchObject({ code: 'VALUE_IMPOSSIBLE' });
    expect(await correct(500_000)).toMatchObject({ code: 'VALUE_ODD' });
    expect(await correct(500_000, { confirmed: true })).toMatchObject({
      __typename: 'CorrectMeterReadSuccess',
    });
    expect(await correct(1500, { reason: ' ' })).toMatchObject({ code: 'REASON_NEEDED' });
  });

  test('C6 another organisation finds no such counter', async () => {
    expect(await correct(1500, {}, stranger)).toMatchObject({ code: 'METER_NOT_FOUND' });
    expect(await correct(1500, { meterId: 'no id' })).toMatchObject({ code: 'METER_NOT_FOUND' });
    expect(await volume()).toEqual([900]);
  });

  test('ten at once: each is judged by what the one before left', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => correct(1200 + at)));
    expect(answers.every(({ __typename }) => __typename === 'CorrectMeterReadSuccess')).toBe(true);
    expect(await fleet.rows('select from fleet.meter_correction')).toHaveLength(10);
    const [read] = await fleet.rows<{ value: string }>(
      'select value from fleet.meter_read order by read_at desc limit 1',
    );
    expect(await volume()).toEqual([Number(read?.value) - 1000]);
  });
});

describe('a counter that was reset or replaced', () => {
  beforeEach(() => handIn([{ device, value: 5000, at: '10T09:00' }]));

  test('goes on from its new value, and the volume of the month goes on with it', async () => {
    expect(await verdictOf({ device, value: 300 })).toBe('REFUSED FELL');
    expect(await declare({ reason: 'REPLACED' })).toEqual({ __typename: 'DeclareMeterResetSuccess' });
    expect(await verdictOf({ device, value: 300 })).toBe('ACCEPTED FITS');
    expect(await volume()).toEqual([500]);
    expect(await fleet.rows('select kind, facts from fleet.device_event')).toEqual([
      { kind: 'counter-replaced', facts: { meter: 'total', before: 5200, after: 0, reason: 'replaced' } },
    ]);
    expect(await declare({})).toMatchObject({ code: 'RESET_KNOWN' });
  });

  test('cannot have stood below its last reading, nor be reset in the future', async () => {
    expect(await declare({ valueBefore: 4999 })).toMatchObject({ code: 'VALUE_IMPOSSIBLE' });
    expect(await declare({ at: '2026-11-21T09:00:00.000Z' })).toMatchObject({ code: 'TIME_IMPOSSIBLE' });
    expect(await declare({}, stranger)).toMatchObject({ code: 'METER_NOT_FOUND' });
  });

  test('one that ran over has as many digits as its nines, and a longer value does not fit any more', async () => {
    await declare({ reason: 'ROLLED_OVER', valueBefore: 10_000 });
    expect(await verdictOf({ device, value: 12_345 })).toBe('REFUSED TOO_LONG');
    expect(await verdictOf({ device, value: 400 })).toBe('ACCEPTED FITS');
    expect(await volume()).toEqual([5400]);
  });
});

describe('cases for the provider', () => {
  const CASES = `query ($filter: MeterCaseFilter) { meterCases(filter: $filter) { edges { node {
    kind meterKind valueBefore value readAt device { serialNumber } } } } }`;
  const cases = async (filter: Record<string, unknown> = {}, actor: Actor = desk) =>
    (
      await fleet.data<{ meterCases: { edges: { node: Record<string, unknown> }[] } }>(actor, CASES, {
        filter,
      })
    ).meterCases.edges.map(({ node }) => node);

  beforeEach(async () => {
    await fleet.record(
      uploadOf([totalAt('01T09:00', 5000), totalAt('10T09:00', 6000), totalAt('12T09:00', 40)]),
    );
    await fleet.record(uploadOf([totalAt('15T09:00', 90)]));
    await fleet.forgetEvents();
  });

  test('stand in a queue, narrowed by kind and organisation', async () => {
    const fell = {
      kind: 'FELL',
      meterKind: 'total',
      valueBefore: 6000,
      value: 40,
      readAt: '2026-11-12T09:00:00.000Z',
      device: { serialNumber: 'A1' },
    };
    expect(await cases()).toEqual([fell]);
    expect(await cases({ kind: 'FELL', customerId: site.customerId })).toEqual([fell]);
    expect(await cases({ kind: 'JUMPED' })).toEqual([]);
    expect(await cases({ openDays: 0 })).toEqual([fell]);
    expect(await cases({ openDays: 7 })).toEqual([]);
    expect(await cases({ customerId: bianchi })).toEqual([]);
    expect(await cases({ customerId: 'no id' })).toEqual([]);
    const elsewhere = actors['staff of another branch'];
    expect(await cases({}, { ...elsewhere, rights: desk.rights })).toEqual([]);
  });

  test('customers see their own at the machine', async () => {
    const { device: seen } = await fleet.data<{ device: { meterCases: { kind: string }[] } }>(
      actors.administrator,
      'query ($id: ID!) { device(id: $id) { meterCases { kind } } }',
      { id: device.id },
    );
    expect(seen.meterCases).toEqual([{ kind: 'FELL' }]);
  });

  test.each([
    ['ACCEPTED', 1000],
    ['RESET', 1050],
    ['REPLACED', 1050],
    ['WITHDRAWN', 1000],
  ])('%s is decided once and leaves a month of %i', async (decision, expected) => {
    const id = await caseId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => decide({ id, decision, reason: 'board exchanged' })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'DecideMeterCaseSuccess',
      ...Array.from({ length: 4 }, () => 'MeterCaseNotFoundError'),
    ]);
    expect(await volume()).toEqual([expected]);
    expect(await resolved()).toMatchObject([{ kind: 'fell', decision_reason: 'board exchanged' }]);
    expect(await cases()).toEqual([]);
    expect(await fleet.events('platform.audit-entry.recorded.v1')).toContainEqual(
      expect.objectContaining({ action: 'meter-exception.resolved' }),
    );
  });

  test('a withdrawn reading is kept in the trail and judged by no more', async () => {
    await decide({ id: await caseId(), decision: 'WITHDRAWN', reason: 'wrong machine' });
    expect(
      await fleet.rows('select value_before, value_after from fleet.meter_correction order by read_at'),
    ).toEqual([
      { value_before: '40', value_after: null },
      { value_before: '90', value_after: null },
    ]);
    expect(await verdictOf({ device, value: 100 })).toBe('REFUSED FELL');
    expect(await verdictOf({ device, value: 6100 })).toBe('ACCEPTED FITS');
  });

  test('a reading of people that is withdrawn is taken back in the books: a correction of the first', async () => {
    await decide({ id: await caseId(), decision: 'WITHDRAWN', reason: 'wrong machine' });
    await handIn([{ device, value: 900_000, at: '16T09:00', confirmed: true }]);
    const [first] = await fleet.rows<{ id: string }>('select id from fleet.meter_hand_in');
    await fleet.forgetEvents();
    await decide({ id: await caseId(), decision: 'WITHDRAWN', reason: 'one digit too many' });
    expect(await volume()).toEqual([1000]);
    expect(await fleet.events('fleet.meter-hand-in.accepted.v1')).toMatchObject([
      { corrects: first?.id, readAt: '2026-11-16T09:00:00.000Z', values: [{ value: 6000, previous: 6000 }] },
    ]);
    expect(await fleet.rows('select note from fleet.meter_hand_in where corrects is not null')).toEqual([
      { note: 'one digit too many' },
    ]);
  });

  test('a first value that is withdrawn is told to the books as withdrawn, not as 0', async () => {
    const other = buildDevice(site, { serialNumber: 'A2', monitored: false, lastSeenHoursAgo: null });
    await fleet.load({ devices: [other] });
    await handIn([{ device: other, value: 90_000_000, at: '16T09:00', confirmed: true }]);
    await fleet.forgetEvents();
    const [open] = await fleet.rows<{ id: string }>(
      `select c.id from fleet.meter_exception c join fleet.meter m on m.id = c.meter_id where m.device_id = $1`,
      [other.id],
    );
    const decided = await decide({
      id: open?.id ?? '',
      decision: 'WITHDRAWN',
      reason: 'two digits too many',
    });
    expect(decided).toEqual({ __typename: 'DecideMeterCaseSuccess' });
    const told = { readAt: '2026-11-16T09:00:00.000Z', values: [{ value: null, previous: null }] };
    expect(await fleet.events('fleet.meter-hand-in.accepted.v1')).toMatchObject([told]);
    expect(
      await fleet.rows(`select value, verdict from fleet.meter_hand_in_value v
        join fleet.meter_hand_in h on h.id = v.hand_in_id where h.corrects is not null`),
    ).toEqual([{ value: null, verdict: 'withdrawn' }]);
    expect(await verdictOf({ device: other, value: 900, at: '17T09:00' })).toBe('ACCEPTED FITS');
  });

  test('an odd value confirmed while a case is open is added to it, and withdrawn with it', async () => {
    await handIn([{ device, value: 400_000, at: '16T09:00', confirmed: true }]);
    expect(
      await fleet.rows(
        'select value, last_value, last_read_at from fleet.meter_exception where resolved_at is null',
      ),
    ).toEqual([{ value: '40', last_value: '400000', last_read_at: new Date('2026-11-16T09:00:00.000Z') }]);
    await decide({ id: await caseId(), decision: 'WITHDRAWN', reason: 'wrong counter' });
    expect(await volume()).toEqual([1000]);
    expect(await fleet.rows('select from fleet.meter_hand_in where corrects is not null')).toHaveLength(1);
  });

  test('a declared reset settles the fall that it explains', async () => {
    expect(await declare({ valueBefore: 6050 })).toMatchObject({ __typename: 'DeclareMeterResetSuccess' });
    expect(await resolved()).toMatchObject([{ kind: 'fell', decision: 'reset' }]);
    expect(await volume()).toEqual([1140]);
  });

  test('nobody decides without the right, a reason, or for another branch', async () => {
    const input = { id: await caseId(), decision: 'ACCEPTED', reason: 'fine' };
    const { errors } = await fleet.ask(
      reader,
      'mutation ($input: DecideMeterCaseInput!) { decideMeterCase(input: $input) { __typename } }',
      { input },
    );
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    expect(await decide({ ...input, reason: '' })).toMatchObject({ code: 'REASON_NEEDED' });
    const elsewhere = { ...actors['staff of another branch'], rights: desk.rights };
    expect(await decide(input, elsewhere)).toMatchObject({ code: 'CASE_NOT_FOUND' });
    expect(await cases()).toHaveLength(1);
  });
});
