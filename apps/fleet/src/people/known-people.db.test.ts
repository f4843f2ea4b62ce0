import { bianchi, italy, memberId, rossi } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { actors } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { useFleet } from '../../test/use-fleet';
import { keepPerson } from './known-people';

const fleet = useFleet();
const { giveDevices, giveGroups, giveTo, group } = groupsOf(fleet);
const { names } = listsOf(fleet);
const milano = buildSite();
const one = buildDevice(milano, { name: 'One' });
const bianchisId = '00000000-0000-7000-8000-000000000a11';
const unknown = '00000000-0000-7000-8000-00000000ffff';

beforeEach(() =>
  fleet.load({
    sites: [milano],
    devices: [one],
    users: [buildMember([]), buildMember([], { id: bianchisId, customerId: bianchi, email: 'b@b.example' })],
  }),
);

const told = (version: number, facts: Partial<Parameters<typeof keepPerson>[0]> = {}) =>
  fleet.app().platform.work.write(actors.system, (tx) =>
    keepPerson(
      {
        userId: memberId,
        customerId: rossi,
        branchId: italy,
        version,
        state: 'active',
        sees: 'assigned',
        ...facts,
      },
      { tx },
    ),
  );
const known = () =>
  fleet.rows('select version, state, sees from fleet.known_person where user_id = $1', [memberId]);
const assigned = () =>
  fleet.rows(
    `select 'device' as what from fleet.device_user union all select 'group' from fleet.device_group_user`,
  );

test('R33 nobody of another organisation, and nobody unknown, is given anything', async () => {
  const groupId = await group('Floor', [one.id]);
  await fleet.forgetEvents();
  for (const stranger of [bianchisId, unknown]) {
    const refused = {
      __typename: 'InvalidInputError',
      fields: [{ message: 'This is no person of your organisation.' }],
    };
    expect(await giveDevices({ userId: stranger, add: [one.id] })).toMatchObject(refused);
    expect(await giveGroups({ userId: stranger, add: [groupId] })).toMatchObject(refused);
    expect(await giveTo({ groupId, add: [memberId, stranger] })).toMatchObject(refused);
  }
  expect(await assigned()).toEqual([]);
  expect(await fleet.rows('select from fleet.outbox')).toEqual([]);
});

test('what is taken away need not be known any more', async () => {
  expect(await giveDevices({ userId: unknown, remove: [one.id] })).toMatchObject({ removed: 0 });
});

test('the newest news counts, in whatever order they come', async () => {
  await told(3, { sees: 'all' });
  await told(2, { state: 'deactivated' });
  await told(3, { sees: 'nothing' });
  expect(await known()).toEqual([{ version: 3, state: 'active', sees: 'all' }]);
});

test('who is erased loses what he had, and gets nothing more', async () => {
  const groupId = await group('Floor', [one.id], [memberId]);
  await giveDevices({ userId: memberId, add: [one.id] });
  await fleet.app().views.create(actors.member, {
    idempotencyKey: 'a-view-of-his',
    name: 'Mine',
    query: '',
    shared: false,
  });
  await told(2, { state: 'erased', sees: 'nothing' });
  expect(await assigned()).toEqual([]);
  expect(await fleet.rows('select from fleet.sight_change where user_id = $1', [memberId])).toEqual([]);
  expect(await fleet.rows('select from fleet.saved_view')).toEqual([]);
  expect(await giveDevices({ userId: memberId, add: [one.id] })).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await giveTo({ groupId, add: [memberId] })).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await names(actors.member)).toEqual([]);
});

test('who is erased while he is given a machine has none in the end', async () => {
  await Promise.all([
    ...Array.from({ length: 10 }, () => giveDevices({ userId: memberId, add: [one.id] })),
    told(2, { state: 'erased', sees: 'nothing' }),
  ]);
  expect(await assigned()).toEqual([]);
});

test('C41 every table that names a person by id is known here', async () => {
  const tables = await fleet.rows<{ name: string }>(
    `select distinct c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'fleet' and t.table_type = 'BASE TABLE'
       and c.column_name in ('user_id', 'owner_id', 'changed_by') order by 1`,
  );
  // known_person keeps the id alone, so that news that come late do not bring anybody back
  expect(tables.map(({ name }) => name)).toEqual([
    'device_group_user',
    'device_user',
    'known_person',
    'meter_link',
    'report_definition',
    'report_file',
    'report_reader',
    'saved_view',
    'sight_change',
  ]);
});
