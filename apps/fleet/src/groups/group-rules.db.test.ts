import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { create, named, fill, setRule, giveTo } = groupsOf(fleet);
const { names } = listsOf(fleet);

const milano = buildSite();
const torino = buildSite({ name: 'Torino' });
const elsewhere = buildSite({ customerId: bianchi });
const archive = buildDevice(milano, { name: 'Archive', maker: 'Ricoh', model: 'IM C4500', floor: '1' });
const claims = buildDevice(milano, { name: 'Claims', maker: 'HP', model: 'M404', department: 'Claims' });
const legal = buildDevice(torino, { name: 'Legal', maker: 'HP', model: 'M480', floor: '1' });
const foreign = buildDevice(elsewhere, { name: "Bianchi's", maker: 'HP', model: 'M404' });

beforeEach(() =>
  fleet.load({
    sites: [milano, torino, elsewhere],
    devices: [archive, claims, legal, foreign],
    users: [buildMember([])],
  }),
);

const MOVE = `mutation ($input: MoveDeviceInput!) { moveDevice(input: $input) { __typename } }`;
let moves = 0;
const move = (deviceId: string, place: Record<string, unknown>) =>
  fleet.data<{ moveDevice: { __typename: string } }>(actors.administrator, MOVE, {
    input: { deviceId, idempotencyKey: `a-move-${moves++}`, ...place },
  });
const byRule = async (name: string, rule: Record<string, unknown>, userIds: readonly string[] = []) => {
  const { group } = (await create({ ...named(name), rule })) as unknown as { group: { id: string } };
  if (userIds.length > 0) await giveTo({ groupId: group.id, add: userIds });
  return group.id;
};
const inGroup = (groupId: string) => names(actors.administrator, { filter: { groupId } });
const told = async () =>
  (await fleet.events<{ changes: unknown }>('fleet.visibility.changed.v1')).map(({ changes }) => changes);
const log = () =>
  fleet.rows<{ reason: string; added: number; removed: number }>(
    'select reason, added, removed, added_ids, removed_ids, changed_by from fleet.sight_change order by id',
  );

describe('a group by rule (R21, R37)', () => {
  test.each([
    ['one location', { siteIds: [milano.id] }, ['Archive', 'Claims']],
    ['one of two makers', { makers: ['Ricoh', 'HP'] }, ['Archive', 'Claims', 'Legal']],
    ['a maker at a location', { siteIds: [milano.id], makers: ['HP'] }, ['Claims']],
    ['a model, a floor and a department', { models: ['M404'], floors: ['1'], departments: ['Claims'] }, []],
    ['a floor', { floors: [' 1 ', '1'] }, ['Archive', 'Legal']],
    ['a department', { departments: ['Claims'] }, ['Claims']],
  ])('gathers by %s, as its preview says, and nothing of another organisation', async (_, rule, gathered) => {
    const { previewGroupRule } = await fleet.data<Record<string, unknown>>(
      actors.administrator,
      `query ($rule: GroupRuleInput!) { previewGroupRule(rule: $rule) { count devices { name } } }`,
      { rule },
    );
    expect(previewGroupRule).toEqual({
      count: gathered.length,
      devices: gathered.map((name) => ({ name })),
    });
    expect(await inGroup(await byRule('Ruled', rule))).toEqual(gathered);
  });

  test('tells its rule, with the names of its locations', async () => {
    const id = await byRule('HP in Milano', { siteIds: [milano.id], makers: ['HP'] });
    const { deviceGroup } = await fleet.data<Record<string, unknown>>(
      actors.administrator,
      `query ($id: ID!) { deviceGroup(id: $id) { deviceCount
        rule { siteIds sites { name } makers models departments floors } } }`,
      { id },
    );
    expect(deviceGroup).toEqual({
      deviceCount: 1,
      rule: {
        siteIds: [milano.id],
        sites: [{ name: 'Milano' }],
        makers: ['HP'],
        models: [],
        departments: [],
        floors: [],
      },
    });
  });

  test('follows a move in its own transaction, and whoever has it is told', async () => {
    const groupId = await byRule('Milano', { siteIds: [milano.id] }, [memberId]);
    await fleet.forgetEvents();
    await move(legal.id, { siteId: milano.id });
    expect(await inGroup(groupId)).toEqual(['Archive', 'Claims', 'Legal']);
    expect(await names(actors.member)).toEqual(['Archive', 'Claims', 'Legal']);
    await move(archive.id, { siteId: torino.id });
    expect(await names(actors.member)).toEqual(['Claims', 'Legal']);
    expect(await told()).toEqual([
      [{ userId: memberId, added: 1, removed: 0 }],
      [{ userId: memberId, added: 0, removed: 1 }],
    ]);
    expect((await log()).slice(1)).toEqual([
      { reason: 'move', added: 1, removed: 0, added_ids: [legal.id], removed_ids: [], changed_by: null },
      { reason: 'move', added: 0, removed: 1, added_ids: [], removed_ids: [archive.id], changed_by: null },
    ]);
  });

  test('a move that fails moves nothing in or out', async () => {
    const groupId = await byRule('Torino', { siteIds: [torino.id] });
    await move(claims.id, { siteId: elsewhere.id });
    await move(foreign.id, { siteId: torino.id });
    expect(await inGroup(groupId)).toEqual(['Legal']);
  });

  test('a machine that is registered joins by itself', async () => {
    const groupId = await byRule('HP', { makers: ['HP'] });
    await fleet.load({ devices: [buildDevice(milano, { name: 'New', maker: 'HP' })] });
    expect(await inGroup(groupId)).toEqual(['Claims', 'Legal', 'New']);
  });

  test('a changed rule moves machines, tells people, and says so in the log', async () => {
    const groupId = await byRule('Ruled', { siteIds: [milano.id] }, [memberId]);
    await fleet.forgetEvents();
    expect(await setRule({ groupId, rule: { floors: ['1'] } })).toEqual({
      __typename: 'ChangeGroupRuleSuccess',
      group: { deviceCount: 2 },
      added: 1,
      removed: 1,
    });
    expect(await inGroup(groupId)).toEqual(['Archive', 'Legal']);
    expect(await told()).toEqual([[{ userId: memberId, added: 1, removed: 1 }]]);
    expect((await log()).at(-1)).toMatchObject({ reason: 'rule', changed_by: memberId });
  });

  test('is filled by nobody; by hand again it keeps what it has, and moves no longer matter', async () => {
    const groupId = await byRule('Milano', { siteIds: [milano.id] });
    expect(await fill({ groupId, add: [legal.id] })).toMatchObject({ code: 'GROUP_BY_RULE' });
    expect(await setRule({ groupId, rule: null })).toMatchObject({ added: 0, removed: 0 });
    await move(archive.id, { siteId: torino.id });
    expect(await fill({ groupId, add: [legal.id] })).toMatchObject({ added: 1 });
    expect(await inGroup(groupId)).toEqual(['Archive', 'Claims', 'Legal']);
    expect(await setRule({ groupId, rule: { siteIds: [milano.id] } })).toMatchObject({ removed: 2 });
  });
});

describe('rules that are none', () => {
  test.each([
    ['no condition', {}, 'rule'],
    ['an empty value', { makers: [' '] }, 'rule.makers'],
    ['a NUL', { models: ['a\0'] }, 'rule.models'],
    ['a megabyte', { floors: ['x'.repeat(1_000_000)] }, 'rule.floors'],
    ['101 values', { departments: Array.from({ length: 101 }, (_, at) => `D${at}`) }, 'rule.departments'],
    ['no location', { siteIds: ["' or true --"] }, 'rule.siteIds'],
    ['a location of somebody else', { siteIds: [elsewhere.id] }, 'rule.siteIds'],
  ])('%s is refused at its field', async (_, rule, path) => {
    expect(await create({ ...named('Ruled'), rule })).toMatchObject({ fields: [{ path }] });
    expect(await fleet.rows('select from fleet.device_group')).toEqual([]);
  });

  test('C5 who sees only some machines makes no rule', async () => {
    const manager = actorOf('user', ['device:read', 'equipment:manage'], { id: memberId });
    expect(await create({ ...named('All'), rule: { makers: ['HP'] } }, manager)).toMatchObject({
      fields: [{ path: 'rule' }],
    });
    expect(await names(manager)).toEqual([]);
  });

  test('C6 the group of somebody else is not found', async () => {
    const groupId = await byRule('Milano', { siteIds: [milano.id] });
    const bianchis = actors['administrator of another customer'];
    expect(await setRule({ groupId, rule: { makers: ['HP'] } }, bianchis)).toMatchObject({
      code: 'DEVICE_GROUP_NOT_FOUND',
    });
    expect(await inGroup(groupId)).toEqual(['Archive', 'Claims']);
  });
});

test('rules that change while machines move: in the end each group is what its rule says', async () => {
  const ids = await Promise.all([
    byRule('A', { siteIds: [milano.id] }),
    byRule('B', { siteIds: [torino.id] }),
  ]);
  const places = [milano.id, torino.id];
  await Promise.all(
    Array.from({ length: 24 }, (_, at) =>
      at % 3 === 0
        ? setRule({ groupId: ids[at % 2], rule: { siteIds: [places[(at >> 1) % 2]] } })
        : move([archive, claims, legal][at % 3]?.id ?? '', { siteId: places[at % 2] }),
    ),
  );
  const wrong = await fleet.rows(`
    select r.group_id, d.id from fleet.group_rule r
    join fleet.device d on d.customer_id = r.customer_id
    left join fleet.device_group_device gd on gd.group_id = r.group_id and gd.device_id = d.id
    where (d.site_id = any(r.site_ids)) <> (gd.device_id is not null)`);
  expect(wrong).toEqual([]);
});
