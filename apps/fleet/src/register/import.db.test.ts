import { statementsOf } from '@platen/testing';
import {
  actors,
  bianchi,
  foreignRegistrar,
  memberId,
  netherlands,
  registrar,
  rossi,
} from '../../test/actors';
import { buildCustomer, buildDevice, buildModel, buildSite } from '../../test/factories';
import { registerOf } from '../../test/register';
import { useFleet } from '../../test/use-fleet';
import { forgetImporter } from './import.service';

const fleet = useFleet();
const { start, addPart, check, confirm, run, look, upload, checked, take, written } = registerOf(fleet);

const milano = buildSite();
const torino = buildSite({ name: 'Torino' });
const roma = buildSite({ name: 'Roma' });
const elsewhere = buildSite({ customerId: bianchi, name: 'Bianchi' });
const known = buildDevice(milano, {
  serialNumber: 'K1',
  name: 'Archive',
  monitored: false,
  floor: '1',
  department: 'Sales',
});
const same = buildDevice(torino, { serialNumber: 'K2', name: 'Desk', monitored: false });
const foreign = buildDevice(elsewhere, { serialNumber: 'F1' });

beforeEach(async () => {
  await fleet.load({
    customers: [
      buildCustomer(),
      buildCustomer({ id: bianchi, number: '2', name: 'Bianchi' }),
      buildCustomer({ id: '00000000-0000-7000-8000-0000000000c9', number: '9', branchId: netherlands }),
    ],
    models: [buildModel()],
    sites: [milano, torino, roma, elsewhere],
    devices: [known, same, foreign],
  });
  await fleet.forgetEvents();
});

const HEADS = 'serial_number;maker;model;name;site;floor';
const list = (...rows: string[]) => [HEADS, ...rows].join('\n');
const serials = async () =>
  (
    await fleet.rows<{ serial_number: string }>(
      'select serial_number from fleet.device order by serial_number',
    )
  ).map(({ serial_number }) => serial_number);
const verdicts = (looked: Awaited<ReturnType<typeof look>>) =>
  looked.rows.edges.map(({ node }) => [
    node.line,
    node.verdict,
    ...node.problems.map(({ column }) => column),
  ]);

test('each row has its verdict before anything is written', async () => {
  const id = await upload(
    list(
      'N1;Acme;Press 200;New one;milano;2',
      'K1;Acme;Press 200;Archive;Milano;2',
      'K2;Acme;Press 200;Desk;Torino;',
      'N1;Acme;Press 200;Again;Milano;',
      'F1;Acme;Press 200;Not ours;Milano;',
      'N2;Acme;Press 200;Nowhere;Bari;',
      'N3;Acme;;Cell;Milano;=HYPERLINK("x")',
    ),
  );
  const looked = await checked(id);
  expect(verdicts(looked)).toEqual([
    [2, 'NEW'],
    [3, 'CHANGES'],
    [4, 'SAME'],
    [5, 'REFUSED', 'serial_number'],
    [6, 'REFUSED', 'serial_number'],
    [7, 'REFUSED', 'site'],
    [8, 'REFUSED', 'model', 'floor'],
  ]);
  expect(looked).toMatchObject({
    state: 'CHECKED',
    encoding: 'utf-8',
    newRows: 1,
    changedRows: 1,
    sameRows: 1,
    refusedRows: 4,
  });
  expect(looked.rows.edges[3]?.node.problems).toEqual([
    { column: 'serial_number', message: 'This serial number stands twice in the list.' },
  ]);
  expect(await serials()).toEqual(['F1', 'K1', 'K2']);
  expect(await fleet.events('fleet.device.changed.v1')).toEqual([]);
  expect(verdicts(await look(id, { verdict: 'REFUSED', first: 2 })).map(([line]) => line)).toEqual([5, 6]);
  const { pageInfo } = (await look(id, { verdict: 'REFUSED', first: 2 })).rows;
  expect(
    verdicts(await look(id, { verdict: 'REFUSED', first: 2, after: pageInfo.endCursor })).map(
      ([line]) => line,
    ),
  ).toEqual([7, 8]);
});

test('the good rows are written together, the bad ones left out, everybody told', async () => {
  const done = await take(
    list('N1;Acme;Press 200;New one;Milano;2', 'K1;Acme;Press 200;Archive;Torino;2', 'F1;Acme;X;No;Milano;'),
  );
  expect(done).toMatchObject({ state: 'DONE', newRows: 1, changedRows: 1, refusedRows: 1 });
  expect(
    await fleet.rows(
      `select serial_number, site_id, floor, department, version from fleet.device where customer_id = $1 order by 1`,
      [rossi],
    ),
  ).toEqual([
    { serial_number: 'K1', site_id: torino.id, floor: '2', department: 'Sales', version: 2 },
    { serial_number: 'K2', site_id: torino.id, floor: null, department: null, version: 1 },
    { serial_number: 'N1', site_id: milano.id, floor: '2', department: null, version: 1 },
  ]);
  expect(await fleet.rows('select kind, actor_kind, actor_id from fleet.device_event order by kind')).toEqual(
    [
      { kind: 'moved', actor_kind: 'staff', actor_id: memberId },
      { kind: 'registered', actor_kind: 'staff', actor_id: memberId },
    ],
  );
  expect(
    (await fleet.events<{ serialNumber: string }>('fleet.device.changed.v1')).map(
      (told) => told.serialNumber,
    ),
  ).toEqual(['N1', 'K1']);
  expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
    {
      action: 'devices.imported',
      customerId: rossi,
      actor: { kind: 'staff', id: memberId },
      facts: { registered: 1, changed: 1, sites: 0 },
    },
  ]);
  expect(await fleet.rows('select 1 from fleet.device_import_part')).toEqual([]);
});

test('places that are not known are made where the list tells their address', async () => {
  const heads = `${HEADS};street;postal_code;city;country`;
  const content = [
    heads,
    'N1;Acme;P;A;Bari;;Via Sparano 1;70121;Bari;IT',
    'N2;Acme;P;B;BARI;;Via Sparano 1;70121;Bari;it',
    'N3;Acme;P;C;Bari;;Via Altra 2;70121;Bari;IT',
    'N4;Acme;P;D;Siena;;;;;',
    'N5;Acme;P;E;Genova;;Via Po 1;16121;Genova;XX',
  ].join('\n');
  const id = await upload(content);
  expect(verdicts(await checked(id, false)).map(([, verdict]) => verdict)).toEqual(
    Array.from({ length: 5 }, () => 'REFUSED'),
  );
  const looked = await checked(id, true);
  expect(verdicts(looked)).toEqual([
    [2, 'NEW'],
    [3, 'NEW'],
    [4, 'REFUSED', 'street'],
    [5, 'REFUSED', 'street'],
    [6, 'REFUSED', 'street'],
  ]);
  expect(looked.newSites).toBe(1);
  await confirm({ importId: id, digest: looked.digest });
  await run('runImport', id);
  expect(
    await fleet.rows(
      `select s.name, count(d.id)::int as machines from fleet.site s left join fleet.device d on d.site_id = s.id
       where s.name in ('Bari', 'BARI', 'Siena', 'Genova') group by 1`,
    ),
  ).toEqual([{ name: 'Bari', machines: 2 }]);
});

test('what is written out and read in again changes nothing, formulas and all', async () => {
  await fleet.rows(
    `update fleet.device set contact_phone = '+39 02 1', name = '=odd', cost_centre = '-7', installed_on = '2025-02-03'
     where serial_number = 'K1'`,
  );
  const content = await written(rossi);
  expect(content.split('\r\n')[0]).toBe(
    '\uFEFFserial_number,maker,model,name,equipment_id,site,street,postal_code,city,country,floor,room,department,cost_centre,contact_name,contact_email,contact_phone,contract_number,monitored,lifecycle,installed_on',
  );
  expect(content).toContain(",'=odd,");
  expect(await take(content)).toMatchObject({
    state: 'DONE',
    sameRows: 2,
    newRows: 0,
    changedRows: 0,
    refusedRows: 0,
  });
  expect(await fleet.events('fleet.device.changed.v1')).toEqual([]);
  expect((await written(bianchi)).split('\r\n')).toHaveLength(3);
  expect((await written(rossi, foreignRegistrar)).split('\r\n')).toHaveLength(2);
});

test('a serial number that was guarded for spreadsheets is the one that the register has', async () => {
  await fleet.rows(`update fleet.device set serial_number = '-K1' where serial_number = 'K1'`);
  await fleet.rows(`update fleet.device set serial_number = '=F1' where serial_number = 'F1'`);
  const content = await written(rossi);
  expect(content).toContain("'-K1,");
  expect(await take(content)).toMatchObject({ state: 'DONE', sameRows: 2, newRows: 0, refusedRows: 0 });
  const looked = await checked(
    await upload(
      list(
        "'-K1;Acme;Press 200;Cellar;Milano;1",
        "'=F1;Acme;Press 200;Not ours;Milano;",
        '-K1;A;P;X;Milano;',
      ),
    ),
  );
  expect(verdicts(looked)).toEqual([
    [2, 'CHANGES'],
    [3, 'REFUSED', 'serial_number', 'serial_number'],
    [4, 'REFUSED', 'serial_number'],
  ]);
});

test('T10 a place that is closed while a list is written waits for it, and keeps no machine', async () => {
  const id = await upload(list('N1;Acme;Press 200;New one;Roma;'));
  const { digest } = await checked(id);
  await confirm({ importId: id, digest });
  const { work } = fleet.app().platform;
  await work.write(actors.system, async (tx) => {
    await fleet.app().imports.runImport(tx, { importId: id });
    const closing = work.write(actors.system, (other) =>
      other.query('select 1 from site where id = $1 for update nowait', [roma.id]),
    );
    await expect(closing).rejects.toMatchObject({ code: '55P03' });
  });
  expect((await look(id)).state).toBe('DONE');
});

test('T10 a place and a list that closes in on it, at the same time', async () => {
  const ids: string[] = [];
  for (const serial of ['N1', 'N2', 'N3']) {
    const id = await upload(list(`${serial};Acme;Press 200;New one;Roma;`));
    await confirm({ importId: id, digest: (await checked(id)).digest });
    ids.push(id);
  }
  const closing = fleet.app().changeSites.close(registrar, roma.id);
  await Promise.all([...ids.map((id) => run('runImport', id)), closing]);
  const [standing] = await fleet.rows<{ machines: number; closed: boolean }>(
    `select (select count(*)::int from fleet.device d where d.site_id = s.id) as machines, closed_at is not null as closed
     from fleet.site s where s.id = $1`,
    [roma.id],
  );
  const done = (await Promise.all(ids.map(async (id) => (await look(id)).state))).filter((s) => s === 'DONE');
  expect(standing).toEqual({ machines: done.length, closed: done.length === 0 });
});

test('the life of a known machine, and whether it is watched, are changed at the machine itself', async () => {
  const content = `serial;maker;model;site;monitored;stato\nK1;Acme;Press 200;Milano;sì;planned\nK2;Acme;Press 200;Torino;no;installed`;
  expect(verdicts(await checked(await upload(content)))).toEqual([
    [2, 'REFUSED', 'monitored', 'lifecycle'],
    [3, 'SAME'],
  ]);
});

test('T10 one list sent twice and imported at the same time is written once', async () => {
  const content = list('N1;Acme;Press 200;New one;Milano;', 'N2;Acme;Press 200;Another;Milano;');
  const ids = [await upload(content), await upload(content)];
  for (const importId of ids) await confirm({ importId, digest: (await checked(importId)).digest });
  await Promise.all(ids.flatMap((id) => [run('runImport', id), run('runImport', id)]));
  const states = await Promise.all(ids.map(async (id) => (await look(id)).state));
  expect(states.sort()).toEqual(['DONE', 'OUTDATED']);
  expect(await serials()).toEqual(['F1', 'K1', 'K2', 'N1', 'N2']);
  expect(await fleet.events('fleet.device.changed.v1')).toHaveLength(2);
});

test('only what was seen is imported', async () => {
  const id = await upload(list('N1;Acme;Press 200;New one;Milano;'));
  expect(await confirm({ importId: id, digest: 'guessed' })).toMatchObject({ code: 'IMPORT_OUTDATED' });
  const { digest } = await checked(id);
  await fleet.load({ devices: [buildDevice(milano, { serialNumber: 'N1', model: 'Other' })] });
  await confirm({ importId: id, digest });
  await run('runImport', id);
  expect((await look(id)).state).toBe('OUTDATED');
  expect(await fleet.rows(`select model from fleet.device where serial_number = 'N1'`)).toEqual([
    { model: 'Other' },
  ]);
  expect((await checked(id)).changedRows).toBe(1);
});

test.each([
  ['not CSV', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), 'This is no list in CSV.'],
  ['empty', 'serial_number;maker\n', 'The list holds no rows below its heads.'],
  ['without needed columns', 'serial;sede\nA;B\n', 'The list lacks columns: maker, model.'],
])('a file that is %s is refused as a whole', async (_, content, problem) => {
  expect(await checked(await upload(content))).toMatchObject({ state: 'UNREADABLE', problem });
});

test('tenancy: a list of another branch is as one that does not exist', async () => {
  const id = await upload(list('N1;Acme;Press 200;New one;Milano;'));
  expect(await look(id, {}, foreignRegistrar)).toBeNull();
  const input = { importId: id, makeSites: false, part: 0, content: 'QQ==', digest: 'x' };
  const { importId, makeSites, part, content, digest } = input;
  expect(await check({ importId, makeSites }, foreignRegistrar)).toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  expect(await addPart({ importId, part, content }, foreignRegistrar)).toMatchObject({
    code: 'IMPORT_NOT_FOUND',
  });
  expect(await confirm({ importId, digest }, foreignRegistrar)).toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  expect(
    await start({ idempotencyKey: 'of-another-branch', customerId: rossi }, foreignRegistrar),
  ).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' });
  const answer = await fleet.ask(
    actors.administrator,
    'query ($id: ID!) { deviceImport(id: $id) { state } }',
    { id },
  );
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
});

test('a part that is too large, or too far, is refused', async () => {
  const id = await upload('');
  const part = (at: number, bytes: number) =>
    addPart({ importId: id, part: at, content: Buffer.alloc(bytes).toString('base64') });
  for (const answer of [await part(0, 150 * 1024 + 1), await part(100, 1), await part(0, 0)])
    expect(answer).toMatchObject({ code: 'INVALID_INPUT' });
});

test('C41 a list forgets who was erased, and is itself forgotten after two days', async () => {
  const id = await upload(list('N1;Acme;Press 200;New one;Milano;'));
  const { work } = fleet.app().platform;
  const { system } = actors;
  await work.write(system, (tx) => forgetImporter(tx, { userId: memberId }));
  expect(await fleet.rows('select started_by from fleet.device_import')).toEqual([{ started_by: null }]);
  fleet.clock.advance(49 * 3_600_000);
  await work.write(system, (tx) => fleet.app().imports.forgetOld(tx));
  expect(await look(id)).toBeNull();
});

/** Rows as somebody with a spreadsheet would have them: mostly good, some wrong in each way. */
function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const serial = at % 100 === 7 ? 'TWICE' : `M${at}`;
    const floor = at % 100 === 9 ? '=cmd()' : String(at % 5);
    return `${serial};Acme;Press 200;Perché ${at};${at % 2 ? 'Milano' : 'Torino'};${floor}`;
  });
  return list(...rows);
}

test('50,000 rows in Windows-1252, with formulas and duplicates, are judged and written', async () => {
  const rows = 50_000;
  const id = await upload(Buffer.from(manyRows(rows), 'latin1'));
  const begun = performance.now();
  const looked = await checked(id);
  const judged = performance.now();
  expect(looked).toMatchObject({
    state: 'CHECKED',
    encoding: 'windows-1252',
    newRows: rows - 2 * (rows / 100) + 1,
    refusedRows: 2 * (rows / 100) - 1,
  });
  await confirm({ importId: id, digest: looked.digest });
  await run('runImport', id);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  console.info(
    `50,000 rows: judged in ${seconds(begun, judged)}, written in ${seconds(judged, performance.now())}`,
  );
  expect(await look(id)).toMatchObject({ state: 'DONE' });
  expect(
    await fleet.rows(
      `select count(*)::int as machines, count(*) filter (where name like 'Perché%')::int as named
       from fleet.device where serial_number like 'M%' or serial_number = 'TWICE'`,
    ),
  ).toEqual([{ machines: looked.newRows, named: looked.newRows }]);
}, 240_000);

test('a longer list takes no more statements', async () => {
  const during = async (rows: number, prefix: string) => {
    const id = await upload(
      manyRows(rows)
        .replaceAll('M', prefix)
        .replaceAll('TWICE', `${prefix}T`)
        .replaceAll(`${prefix}ilano`, 'Milano'),
    );
    return statementsOf(async () => {
      const { digest } = await checked(id);
      await confirm({ importId: id, digest });
      await run('runImport', id);
    });
  };
  const few = await during(20, 'S');
  const many = await during(400, 'L');
  expect(many.length).toBe(few.length);
});
