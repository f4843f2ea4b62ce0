import { actors } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const groups = groupsOf(fleet);
const site = buildSite();
const devices = Array.from({ length: 12 }, (_, index) =>
  buildDevice(site, { serialNumber: `G${index}`, lastSeenHoursAgo: null }),
);
const ids = devices.map(({ id }) => id);

beforeEach(() => fleet.load({ sites: [site], devices }));

/** All machines told their counters on a day of October or November, in pages since the first of October. */
const uploadOn = (month: number, day: number, made: number) =>
  uploadOf(
    devices.map(({ serialNumber }, index) => ({
      serialNumber,
      polledAt: new Date(Date.UTC(2026, month - 1, day, 9)).toISOString(),
      meters: { total: 1000 + made * (index + 1), mono: 500 + made * (index + 1) },
    })),
  );

/** Rows in which a roll-up is not the sum of its devices' months: none, whatever happened. */
const WRONG = `
  select 'group' as what from (
    select group_id, month, kind, volume, devices from fleet.group_month
    except all
    select g.group_id, v.month, v.kind, sum(v.volume)::bigint, count(*)::int
    from fleet.device_month v join fleet.device_group_device g on g.device_id = v.device_id group by 1, 2, 3) a
  union all select 'missing' from (
    select g.group_id, v.month, v.kind, sum(v.volume)::bigint, count(*)::int
    from fleet.device_month v join fleet.device_group_device g on g.device_id = v.device_id group by 1, 2, 3
    except all select group_id, month, kind, volume, devices from fleet.group_month) b
  union all select 'customer' from (
    select customer_id, month, kind, volume, devices from fleet.customer_month
    except all select customer_id, month, kind, sum(volume)::bigint, count(*)::int from fleet.device_month group by 1, 2, 3) c`;

const totals = (id: string) =>
  fleet.rows(
    `select month::text, volume::int, devices from fleet.group_month where group_id = $1 and kind = 'total' order by month`,
    [id],
  );

test('S2 what machines made comes and goes with them, and a retired one leaves its history', async () => {
  await fleet.record(uploadOn(10, 1, 0));
  const id = await groups.group('Floor 1', ids.slice(0, 2));
  await fleet.record(uploadOn(10, 30, 100));
  await fleet.record(uploadOn(11, 10, 150));
  expect(await totals(id)).toEqual([
    { month: '2026-10-01', volume: 300, devices: 2 },
    { month: '2026-11-01', volume: 150, devices: 2 },
  ]);
  await fleet.rows(`update fleet.device set lifecycle = 'retired', retired_at = now() where id = $1`, [
    ids[1],
  ]);
  await groups.fill({ groupId: id, add: [ids[2]], remove: [ids[0]] });
  expect(await totals(id)).toEqual([
    { month: '2026-10-01', volume: 500, devices: 2 },
    { month: '2026-11-01', volume: 250, devices: 2 },
  ]);
  await groups.fill({ groupId: id, remove: [ids[1], ids[2]] });
  expect(await totals(id)).toEqual([]);
  expect(await fleet.rows(WRONG)).toEqual([]);
});

test('S2 uploads and changes of groups at the same time leave every month the sum of its machines', async () => {
  const all = await Promise.all(['A', 'B', 'C'].map((name) => groups.group(name)));
  const days = Array.from({ length: 20 }, (_, day) => uploadOn(day < 10 ? 10 : 11, 1 + (day % 10), day * 7));
  const changes = Array.from({ length: 30 }, (_, step) => ({
    groupId: all[step % 3],
    add: ids.filter((_, index) => (index + step) % 4 === 0),
    remove: ids.filter((_, index) => (index + step) % 4 === 2),
  }));
  const answers = await Promise.all([
    ...days.map((upload) => fleet.record(upload)),
    ...changes.map((change) => groups.fill(change)),
    groups.remove({ groupId: all[2] }, actors.administrator),
  ]);
  const failed = answers.filter(
    ({ __typename }) => !/Success$|^DeviceGroupNotFoundError$/.test(__typename as string),
  );
  expect(failed).toEqual([]);
  expect(await fleet.rows(WRONG)).toEqual([]);
  expect(await fleet.rows('select distinct group_id from fleet.group_month')).toHaveLength(2);
}, 60_000);
