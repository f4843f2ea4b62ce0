import { actors, memberId } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
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
