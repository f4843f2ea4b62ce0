import { actors, bianchi } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { names } = listsOf(fleet);

const site = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const front = buildDevice(site, { name: 'Front desk', serialNumber: 'XK-100_7', equipmentId: 'EQ 55' });
const back = buildDevice(site, { name: 'Back office', model: 'Copier 9' });
const foreign = buildDevice(elsewhere, { name: 'Front door' });

beforeEach(() =>
  fleet.load({ sites: [site, elsewhere], devices: [front, back, foreign], users: [buildMember([back.id])] }),
);

test.each([
  ['front', ['Front desk']],
  ['DESK', ['Front desk']],
  ['k-100_7', ['Front desk']],
  ['eq 55', ['Front desk']],
  ['copier', ['Back office']],
  ['fr', ['Front desk']],
  ['100%7', []],
  ['k-100-7', []],
  ['  copier ', ['Back office']],
  ["' or 1=1 --", []],
])('%s is looked for in name, serial number, model and equipment id', async (search, found) => {
  expect(await names(actors.administrator, { filter: { search } })).toEqual(found);
});

test('R30 a search finds only what its asker may see', async () => {
  expect(await names(actors.member, { filter: { search: 'front' } })).toEqual([]);
  expect(await names(actors.member, { filter: { search: 'office' } })).toEqual(['Back office']);
  expect(await names(actors.staff, { filter: { search: 'front' } })).toEqual(['Front desk', 'Front door']);
});

test('C2 the search index answers inside the tenant of the transaction, and not for too many', async () => {
  const ids = async (actor: (typeof actors)[keyof typeof actors], most: number) => {
    const [row] = await fleet
      .app()
      .platform.work.read(actor, (tx) =>
        tx.query<{ ids: string[] | null }>('select device_ids_with($1, $2) as ids', ['%o%', most]),
      );
    return row?.ids?.sort() ?? null;
  };
  expect(await ids(actors.administrator, 2)).toEqual([front.id, back.id].sort());
  expect(await ids(actors['administrator of another customer'], 2)).toEqual([foreign.id]);
  expect(await ids(actors['staff of another branch'], 2)).toEqual([]);
  expect(await ids(actors.administrator, 1)).toBeNull();
  expect(await ids(actors.anonymous, 9)).toBeNull();
  expect(await ids(actors.system, 9)).toBeNull();
});
