import { randomUUID } from 'node:crypto';
import { statementsOf } from '@platen/testing';
import type { Actor } from '@platen/platform';
import { actorOf, actors, memberId } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { handInsOf, reader } from '../../test/hand-ins';
import { totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { handIn } = handInsOf(fleet);
const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', monitored: false, lastSeenHoursAgo: null });
const other = buildDevice(site, { serialNumber: 'A2', monitored: false, lastSeenHoursAgo: null });
beforeEach(() => fleet.load({ sites: [site], devices: [device, other] }));

const METERS = `query ($id: ID!, $kind: String) { device(id: $id) { meters(kind: $kind) { id kind
  newest { value source handIn { corrected valueBefore actorKind actor { id } exportState } }
  resets { at valueBefore valueAfter reason actorKind actor { id } }
  correctable { readAt value expectation { lastValue lastReadAt } } } } }`;
interface Seen {
  readonly id: string;
  readonly kind: string;
  readonly newest: object | null;
  readonly resets: readonly object[];
  readonly correctable: object | null;
}
const metersOf = async (actor: Actor = reader, kind: string | null = null, id = device.id) =>
  (await fleet.data<{ device: { meters: Seen[] } }>(actor, METERS, { id, kind })).device.meters;
const meter = async (actor?: Actor) => (await metersOf(actor))[0];
const change = async (field: 'correctMeterRead' | 'declareMeterReset', rest: Record<string, unknown>) => {
  const type = field === 'correctMeterRead' ? 'CorrectMeterReadInput!' : 'DeclareMeterResetInput!';
  const input = { idempotencyKey: randomUUID(), meterId: (await meter())?.id, ...rest };
  await fleet.data(reader, `mutation ($input: ${type}) { ${field}(input: $input) { __typename } }`, {
    input,
  });
};

describe('what became of a counter', () => {
  test('its newest reading says who handed it in, and what it stood at before it was corrected', async () => {
    await handIn([{ device, value: 1000, at: '10T09:00' }]);
    const by = { actorKind: 'user', actor: { id: memberId }, exportState: 'WAITING' };
    const handed = { corrected: false, valueBefore: null, ...by };
    expect((await meter())?.newest).toEqual({ value: 1000, source: 'PORTAL', handIn: handed });
    await change('correctMeterRead', { value: 1100, reason: 'typed wrongly' });
    await change('correctMeterRead', { value: 1200, reason: 'typed wrongly again' });
    const corrected = { corrected: true, valueBefore: 1100, ...by };
    expect((await meter())?.newest).toEqual({ value: 1200, source: 'PORTAL', handIn: corrected });
  });

  test('resets are told with both values and the reason, newest first', async () => {
    await handIn([{ device, value: 1000, at: '01T09:00' }]);
    const reset = { valueBefore: 1000, valueAfter: 0, reason: 'REPLACED' };
    await change('declareMeterReset', { ...reset, at: '2026-11-02T09:00:00.000Z' });
    await change('declareMeterReset', {
      valueBefore: 1000,
      valueAfter: 5,
      reason: 'ROLLED_OVER',
      at: '2026-11-03T09:00:00.000Z',
    });
    const by = { actorKind: 'user', actor: { id: memberId } };
    expect((await meter())?.resets).toEqual([
      { at: '2026-11-03T09:00:00.000Z', valueBefore: 1000, valueAfter: 5, reason: 'ROLLED_OVER', ...by },
      { at: '2026-11-02T09:00:00.000Z', ...reset, ...by },
    ]);
  });

  test('one counter can be asked for alone; an unknown kind is none', async () => {
    await handIn(['mono', 'color'].map((kind) => ({ device, kind, value: 100 })));
    expect((await metersOf(reader, 'color')).map(({ kind }) => kind)).toEqual(['color']);
    expect(await metersOf(reader, "'; --")).toEqual([]);
    expect(await metersOf()).toHaveLength(2);
  });

  test('costs the same number of statements for one counter and for many', async () => {
    await handIn([{ device, value: 100 }]);
    const one = await statementsOf(() => metersOf());
    await handIn(['mono', 'color'].map((kind) => ({ device: other, kind, value: 100 })));
    const two = await statementsOf(() => metersOf(reader, null, other.id));
    expect(two.length).toBe(one.length);
  });
});

describe('the reading that may be corrected', () => {
  const latest = { readAt: '2026-11-10T09:00:00.000Z', value: 1900 };
  beforeEach(async () => {
    await handIn([{ device, value: 1000, at: '01T09:00' }]);
    await handIn([{ device, value: 1900, at: '10T09:00' }]);
  });

  test('is the latest one, judged by what stood before it', async () => {
    const expectation = { lastValue: 1000, lastReadAt: '2026-11-01T09:00:00.000Z' };
    expect((await meter())?.correctable).toEqual({ ...latest, expectation });
  });

  test('is none in a closed period, after the days of the branch, and once something newer was read', async () => {
    await fleet.rows(
      `insert into fleet.meter_period_closed (customer_id, branch_id, closed_through, closed_before, closed_at, actor_kind)
       values ($1, $2, '2026-11-10', '2026-11-10T23:00:00Z', now(), 'staff')`,
      [site.customerId, site.branchId],
    );
    expect((await meter())?.correctable).toBeNull();
    await fleet.rows('delete from fleet.meter_period_closed');
    fleet.clock.set('2026-12-21T00:00:00.000Z');
    expect((await meter())?.correctable).toBeNull();
    fleet.clock.set('2026-11-20T10:00:00.000Z');
    expect((await meter())?.correctable).toMatchObject(latest);
    await fleet.record(uploadOf([totalAt('15T09:00', 2000)]));
    expect((await meter())?.correctable).toBeNull();
  });

  test('is none for somebody without the right to hand in, and of a machine that is out of use', async () => {
    expect(
      (await meter(actorOf('user', ['device:read', 'device:all', 'meter:read'])))?.correctable,
    ).toBeNull();
    expect((await meter(actors.administrator))?.newest).toMatchObject({ value: 1900 });
    await fleet.rows(`update fleet.device set retired_at = now(), lifecycle = 'retired' where id = $1`, [
      device.id,
    ]);
    expect((await meter())?.correctable).toBeNull();
  });
});
