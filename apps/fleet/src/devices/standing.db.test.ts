import { actors, bianchi, italy } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildSite } from '../../test/factories';
import { pollAt, uploadOf } from '../../test/polls';
import { NOW, useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { list } = listsOf(fleet);

/** How machines stand, from what is written of each of them alone, and nothing that is kept for lists and figures. */
const TRUTH = `
  select d.id, s.name || s.id as site, d.name, d.last_seen_at, t.state, low.supplies as low,
    case when t.state = 'DOWN' then 0 when t.state = 'SILENT' then 1
      when t.state not in ('WARNING', 'WORKING') then 5
      when low.supplies > 0 then 2 when t.state = 'WARNING' then 3 else 4 end as urgency
  from fleet.device d join fleet.site s on s.id = d.site_id join fleet.known_branch b on b.id = d.branch_id
  cross join lateral (select case
    when d.lifecycle = 'planned' then 'PLANNED' when d.lifecycle = 'in_repair' then 'IN_REPAIR'
    when not d.monitored then 'NOT_MONITORED'
    when d.last_seen_at is null
      or d.last_seen_at < $1::timestamptz - make_interval(hours => (b.settings ->> 'silentAfterHours')::int) then 'SILENT'
    when d.status = 'down' then 'DOWN'
    when d.status = 'warning' or cardinality(d.errors) > 0 then 'WARNING' else 'WORKING' end as state) t
  cross join lateral (select count(*)::int as supplies from fleet.supply y where y.device_id = d.id
    and d.monitored and d.lifecycle = 'installed'
    and y.level_percent <= (b.settings -> 'ordering' ->> 'reorderPercent')::real) low
  where d.retired_at is null and d.branch_id = $2 and ($3::uuid is null or d.customer_id = $3)`;

const ORDERS = {
  SITE: 's.name, s.id, d.name, d.id',
  LAST_SEEN: "coalesce(d.last_seen_at, '-infinity') desc, d.id desc",
  URGENCY: 'urgency, d.name, d.id',
};
const STATES = {
  working: 'WORKING',
  warning: 'WARNING',
  down: 'DOWN',
  silent: 'SILENT',
  notMonitored: 'NOT_MONITORED',
  planned: 'PLANNED',
  inRepair: 'IN_REPAIR',
};
const FIGURES = `{ fleetSummary { devices lowSupplies ${Object.keys(STATES).join(' ')} } }`;
const SCOPES = [
  [actors.administrator, actors.administrator.customerId, {}],
  [actors.staff, null, {}],
  [actors.staff, bianchi, { customerId: bianchi }],
] as const;

/** Compares every list and the figures with the truth. @param at  the present */
async function compare(at: string, first = 7): Promise<void> {
  fleet.clock.set(at);
  for (const [actor, customerId, filter] of SCOPES) {
    const truth = (order: string) =>
      fleet.rows<{ id: string; state: string; low: number }>(`${TRUTH} order by ${order}`, [
        at,
        italy,
        customerId,
      ]);
    for (const [orderBy, order] of Object.entries(ORDERS)) {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(actor, {
          orderBy,
          filter,
          first,
          after,
        });
        found.push(...page.edges.map(({ node }) => `${node.id} ${node.state}`));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(found).toEqual((await truth(order)).map(({ id, state }) => `${id} ${state}`));
    }
    if ('customerId' in filter) continue;
    const machines = await truth('d.id');
    const { fleetSummary } = await fleet.data<{ fleetSummary: unknown }>(actor, FIGURES);
    expect(fleetSummary).toEqual({
      devices: machines.length,
      lowSupplies: machines.reduce((sum, { low }) => sum + low, 0),
      ...Object.fromEntries(
        Object.entries(STATES).map(([figure, state]) => [
          figure,
          machines.filter((machine) => machine.state === state).length,
        ]),
      ),
    });
  }
}

const milano = buildSite({ name: 'Same name' });
const torino = buildSite({ name: 'Same name' });
const bari = buildSite({ customerId: bianchi, name: 'Bari' });
const sites = [milano, torino, bari] as const;
const pick = <T>(from: readonly [T, ...T[]], at: number): T => from[at % from.length] ?? from[0];
const devices = Array.from({ length: 40 }, (_, at) =>
  buildDevice(pick(sites, at), {
    name: `Machine ${at % 9}`,
    serialNumber: `A${at}`,
    lastSeenHoursAgo: pick([1, 2, 30, null, 23], at),
    status: pick(['idle', 'down', 'idle', 'warning', 'idle', 'idle', 'idle'], at),
    errors: at % 11 === 0 ? ['lowPaper'] : [],
    monitored: at % 13 !== 5,
  }),
);
const polled = (from: number, time: string, of: Parameters<typeof pollAt>[1]) =>
  uploadOf(devices.slice(from, from + 12).map(({ serialNumber }) => pollAt(time, { ...of, serialNumber })));
/** Machines of two organisations, each told of by its own collector. */
const record = async (from: number, time: string, of: Parameters<typeof pollAt>[1]) => {
  await fleet.record(polled(from, time, of), actors.collector);
  await fleet.record(polled(from, time, of), actors['collector of another customer']);
};

test('lists and figures say after every change what each machine by itself says', async () => {
  await fleet.load({ sites: [...sites], devices });
  await compare(NOW);
  await compare('2026-11-20T11:30:00.000Z');
  await compare('2026-11-22T10:00:00.000Z');

  const levels = [3, 15, 16, null].map((percent, slot) => ({ slot: `1.${slot}`, percent }));
  await record(0, '20T09:30', { supplies: levels });
  await record(6, '20T09:31', { status: 'DOWN' });
  await compare(NOW);
  await record(20, '20T09:32', { errors: ['jammed'], supplies: levels.slice(1) });
  await record(3, '20T09:40', { supplies: [{ slot: '1.0', percent: 90 }] });
  await compare(NOW);

  const change = (set: string, every: number) =>
    fleet.rows(`update fleet.device set ${set} where id = any($1)`, [
      devices.filter((_, at) => at % every === 1).map(({ id }) => id),
    ]);
  await change("lifecycle = 'in_repair'", 5);
  await change("lifecycle = 'planned'", 17);
  await change('monitored = not monitored', 4);
  await compare(NOW);
  await change("lifecycle = 'retired', retired_at = now()", 7);
  await change('last_seen_at = null', 6);
  await compare(NOW);
  await fleet.rows(
    `update fleet.known_branch set settings = settings || '{"silentAfterHours": 1, "ordering": {"reorderPercent": 3}}'`,
  );
  await compare(NOW);
  await compare('2026-11-20T10:20:00.000Z');
  await fleet.rows('delete from fleet.device where id = $1', [devices[9]?.id]);
  await compare(NOW);
});

test('sums of a tenant are folded, twice at once too, and say the same', async () => {
  await fleet.load({ sites: [...sites], devices });
  await record(0, '20T09:31', { status: 'DOWN' });
  const rows = async () =>
    (await fleet.rows<{ n: number }>('select count(*)::int as n from fleet.device_tally'))[0]?.n ?? 0;
  const before = await rows();
  await Promise.all([fleet.app().summary.fold(), fleet.app().summary.fold()]);
  expect(await rows()).toBeLessThan(before);
  const folded = await rows();
  await fleet.app().summary.fold();
  expect(await rows()).toBe(folded);
  await compare(NOW);
});

test('more silent machines than are gathered at once are found in the order of their names', async () => {
  await fleet.load({ sites: [...sites], devices });
  await fleet.rows(
    `insert into fleet.device (customer_id, branch_id, site_id, name, serial_number, maker, model, monitored, last_seen_at)
     select $1, $2, $3, 'Machine ' || n % 700, 'M' || n, 'Acme', 'Press', n % 50 > 0,
       case when n % 40 > 0 then $4::timestamptz - make_interval(mins => 600 + n) end
     from generate_series(1, 2900) n`,
    [milano.customerId, italy, milano.id, NOW],
  );
  await compare('2026-11-21T10:00:00.000Z', 100);
});

test.each([
  ['states that no machine with this attention has', { attention: 'ANY', states: ['PLANNED'] }],
  ['no state', { states: [] }],
])('%s find nothing in any order', async (_, filter) => {
  await fleet.load({ sites: [...sites], devices });
  for (const orderBy of Object.keys(ORDERS))
    expect((await list(actors.staff, { filter, orderBy })).edges).toEqual([]);
});

test('a made-up urgency behind all others is the end of the list', async () => {
  await fleet.load({ sites: [...sites], devices });
  const after = Buffer.from(JSON.stringify(['9', 'a', devices[0]?.id])).toString('base64url');
  expect((await list(actors.staff, { orderBy: 'URGENCY', after })).edges).toEqual([]);
});
