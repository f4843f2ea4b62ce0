import { statementsOf } from '@platen/testing';
import { actors, bianchi, jansen, netherlands } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { list, names } = listsOf(fleet);

const milano = buildSite();
const torino = buildSite({ name: 'Torino', city: 'Torino' });
const elsewhere = buildSite({ customerId: bianchi, name: 'Bari' });
const amsterdam = buildSite({ customerId: jansen, branchId: netherlands, name: 'Amsterdam' });

describe('visibility (R30, R33)', () => {
  const assigned = buildDevice(milano, { name: 'Assigned' });
  const unassigned = buildDevice(torino, { name: 'Unassigned' });
  const bianchis = buildDevice(elsewhere, { name: "Bianchi's" });
  const dutch = buildDevice(amsterdam, { name: 'Dutch' });
  const everything = [assigned, unassigned, bianchis, dutch];
  beforeEach(() =>
    fleet.load({
      sites: [milano, torino, elsewhere, amsterdam],
      devices: everything,
      users: [buildMember([assigned.id, bianchis.id])],
    }),
  );

  const seen: [keyof typeof actors, string[]][] = [
    ['member', ['Assigned']],
    ['administrator', ['Assigned', 'Unassigned']],
    ['administrator of another customer', ["Bianchi's"]],
    ['staff', ['Assigned', "Bianchi's", 'Unassigned']],
    ['staff of another branch', ['Dutch']],
    ['partner of a customer', ['Assigned', 'Unassigned']],
    ['partner of a branch', ['Assigned', "Bianchi's", 'Unassigned']],
  ];

  test.each(seen)(
    '%s sees the same machines in list, count, search, detail, figures and locations',
    async (who, visible) => {
      const actor = actors[who];
      const page = await list(actor);
      expect(page.edges.map((edge) => edge.node.name)).toEqual(visible);
      expect(page.totalCount).toBe(visible.length);
      expect(await names(actor, { filter: { search: 'press' } })).toEqual(visible);
      const details = await Promise.all(
        everything.map(({ id }) =>
          fleet.data<{ device: { name: string } | null }>(
            actor,
            'query ($id: ID!) { device(id: $id) { name } }',
            { id },
          ),
        ),
      );
      expect(details.flatMap(({ device }) => device?.name ?? []).sort()).toEqual([...visible].sort());
      const { fleetSummary, sites } = await fleet.data<{
        fleetSummary: { devices: number };
        sites: { edges: { node: { deviceCount: number } }[] };
      }>(actor, '{ fleetSummary { devices } sites { edges { node { deviceCount } } } }');
      expect(fleetSummary.devices).toBe(visible.length);
      expect(sites.edges.reduce((sum, { node }) => sum + node.deviceCount, 0)).toBe(visible.length);
      expect(sites.edges.every(({ node }) => node.deviceCount > 0)).toBe(true);
    },
  );

  test('C3 references follow the same policy; foreign, unknown and malformed ids are all null', async () => {
    const representations = [assigned, unassigned, bianchis, dutch]
      .map(({ id }) => ({ __typename: 'Device', id }))
      .concat({ __typename: 'Device', id: '00000000-0000-7000-8000-00000000ffff' })
      .concat({ __typename: 'Device', id: "' or true --" })
      .concat([milano, torino, elsewhere].map(({ id }) => ({ __typename: 'Site', id })));
    const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Device { name } ... on Site { name } } }`;
    let answer: { _entities: ({ name: string } | null)[] } = { _entities: [] };
    const statements = await statementsOf(async () => {
      answer = await fleet.data(actors.member, document, { representations });
    });
    expect(answer._entities).toEqual([
      { name: 'Assigned' },
      null,
      null,
      null,
      null,
      null,
      { name: 'Milano' },
      null,
      null,
    ]);
    expect(statements).toHaveLength(2);
  });

  test('C5 a machine taken away is gone at the next request', async () => {
    await fleet.admin().query('delete from fleet.device_user where device_id = $1', [assigned.id]);
    expect(await names(actors.member)).toEqual([]);
  });

  test.each(['collector', 'user without rights', 'partner without rights', 'staff without rights'] as const)(
    '%s may not ask',
    async (who) => {
      const answer = await fleet.ask(actors[who], '{ devices { edges { node { id } } } }');
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    },
  );
});
