import { actors, bianchi, italy, jansen, memberId, netherlands, rossi } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildCustomer, buildDevice, buildMember, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { names, list } = listsOf(fleet);
const milano = buildSite();
const archive = buildDevice(milano, { name: '=1+1', department: 'Claims', status: 'down' });
const legal = buildDevice(milano, { name: 'Legal', department: 'Legal', monitored: false });
const gone = buildDevice(milano, { name: 'Old', department: 'Legal' });

beforeEach(async () => {
  await fleet.load({
    sites: [milano],
    devices: [archive, legal, gone],
    users: [buildMember([legal.id])],
  });
  await fleet.rows(`update fleet.device set lifecycle = 'in_repair' where id = $1`, [legal.id]);
  await fleet.rows(`update fleet.device set lifecycle = 'retired', retired_at = now() where id = $1`, [
    gone.id,
  ]);
});

test.each([
  [{}, ['=1+1', 'Legal']],
  [{ department: 'Legal' }, ['Legal']],
  [{ department: "Legal' or true --" }, []],
  [{ monitored: true }, ['=1+1']],
  [{ monitored: false }, ['Legal']],
  [{ use: 'INSTALLED' }, ['=1+1']],
  [{ use: 'IN_REPAIR' }, ['Legal']],
  [{ use: 'PLANNED' }, []],
  [{ use: 'ENDED' }, ['Old']],
  [{ use: 'ENDED', department: 'Claims' }, []],
  [{ states: ['DOWN'] }, ['=1+1']],
  [{ states: ['DOWN', 'IN_REPAIR'] }, ['=1+1', 'Legal']],
  [{ states: [] }, []],
  [{ attention: 'DOWN' }, ['=1+1']],
  [{ attention: 'ANY' }, ['=1+1']],
  [{ attention: 'SILENT' }, []],
])('filter %j finds %j, and counts as many', async (filter, found) => {
  expect(await names(actors.administrator, { filter })).toEqual(found);
  expect((await list(actors.administrator, { filter })).totalCount).toBe(found.length);
});

describe('the organisation as a filter', () => {
  const bari = buildSite({ customerId: bianchi, name: 'Bari' });
  const amsterdam = buildSite({ customerId: jansen, branchId: netherlands, name: 'Amsterdam' });
  const front = buildDevice(bari, { name: 'Front' });
  beforeEach(() =>
    fleet.load({
      customers: [buildCustomer({ id: bianchi, branchId: italy, name: 'Bianchi' })],
      sites: [bari, amsterdam],
      devices: [front, buildDevice(amsterdam, { name: 'Dutch' })],
    }),
  );

  const cases: [keyof typeof actors, string, string[]][] = [
    ['staff', bianchi, ['Front']],
    ['staff', rossi, ['=1+1', 'Legal']],
    ['staff', jansen, []],
    ['staff of another branch', jansen, ['Dutch']],
    ['staff of another branch', bianchi, []],
    ['administrator', rossi, ['=1+1', 'Legal']],
    ['administrator', bianchi, []],
    ['partner of a branch', bianchi, ['Front']],
    ['staff', "' or true --", []],
  ];
  test.each(cases)('C2 lets %s see of %s no more than without it', async (who, customerId, found) => {
    const { edges, totalCount } = await list(actors[who], { filter: { customerId } });
    expect(edges.map(({ node }) => node.name)).toEqual(found);
    expect(totalCount).toBe(found.length);
    expect(await names(actors[who], { filter: { customerId }, orderBy: 'URGENCY' })).toHaveLength(
      found.length,
    );
  });

  test('staff read in the file whose machine each is, a customer does not', async () => {
    const file = async (who: keyof typeof actors, filter: object) =>
      (await fleet.data<Part>(actors[who], EXPORT, { filter })).deviceExport.csv.split('\r\n');
    expect((await file('staff', { customerId: bianchi })).slice(0, 2)).toEqual([
      expect.stringMatching(/,department,organisation$/),
      expect.stringMatching(/^Front,.*,Bianchi$/),
    ]);
    expect((await file('administrator', {}))[0]).toMatch(/,department$/);
  });

  test('a machine says whose it is', async () => {
    const { device } = await fleet.data<{ device: unknown }>(
      actors.staff,
      'query ($id: ID!) { device(id: $id) { customer { id } } }',
      { id: front.id },
    );
    expect(device).toEqual({ customer: { id: bianchi } });
  });
});

const EXPORT = `query ($after: String, $filter: DeviceFilter) {
  deviceExport(after: $after, filter: $filter) { csv rows next } }`;
interface Part {
  deviceExport: { csv: string; rows: number; next: string | null };
}

test('C32 a file holds what the list shows, and no formula', async () => {
  const { deviceExport } = await fleet.data<Part>(actors.administrator, EXPORT);
  const [header, first, second, ...rest] = deviceExport.csv.split('\r\n');
  expect(header).toContain('name,serial_number');
  expect(first).toMatch(/^'=1\+1,/);
  expect(second).toMatch(/^Legal,/);
  expect(rest).toEqual(['']);
  expect(deviceExport).toMatchObject({ rows: 2, next: null });
});

test('R30 the file of who sees one machine holds that one', async () => {
  const { deviceExport } = await fleet.data<Part>({ ...actors.member, id: memberId }, EXPORT);
  expect(deviceExport.rows).toBe(1);
  expect(deviceExport.csv).not.toContain('=1+1');
});

test('a large fleet comes in parts that follow one another', async () => {
  await fleet.load({
    devices: Array.from({ length: 1100 }, (_, at) => buildDevice(milano, { name: `Part ${at}` })),
  });
  const first = await fleet.data<Part>(actors.administrator, EXPORT);
  const second = await fleet.data<Part>(actors.administrator, EXPORT, { after: first.deviceExport.next });
  expect([first.deviceExport.rows, second.deviceExport.rows]).toEqual([1000, 102]);
  expect(second.deviceExport.csv).not.toContain('serial_number');
  const lines = `${first.deviceExport.csv}${second.deviceExport.csv}`.trim().split('\r\n');
  expect(new Set(lines).size).toBe(1103);
});
