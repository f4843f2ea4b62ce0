import { createHash } from 'node:crypto';
import { type Tx, system } from '@platen/platform';
import type { SiteFacts } from '../sites/site-facts';
import { holdOpenSites, oneSiteNameAtATime } from '../sites/lock-sites';
import type { Organisation } from '../visibility/sight-changes';
import {
  type JudgedRow,
  type JudgedTable,
  changedFacts,
  judgeRows,
  missingColumns,
  serialsOf,
} from './judge-rows';
import { readRegister } from './known-register';
import { type Table, readTable } from './read-table';
import { type ChangedDevice, insertDevices, oneRegistrationAtATime, updateDevices } from './write-devices';

interface List extends Organisation {
  readonly id: string;
  readonly startedBy: string | null;
  readonly makeSites: boolean;
  readonly state: string;
  readonly digest: string | null;
  readonly bytes: Buffer;
}

const LIST = `select i.id, i.customer_id as "customerId", i.branch_id as "branchId", i.started_by as "startedBy",
    i.make_sites as "makeSites", i.state, i.digest,
    coalesce((select string_agg(p.bytes, ''::bytea order by p.part) from device_import_part p where p.import_id = i.id), '') as bytes
  from device_import i where i.id = $1 for no key update of i`;

/** Reads a list and writes down what would become of each row. */
export async function checkList(tx: Tx, importId: string): Promise<void> {
  const list = await listIn(tx, importId, 'checking');
  if (!list) return;
  const table = readTable(list.bytes);
  const missing = table.ok ? missingColumns(table.value) : [];
  if (!table.ok || missing.length > 0) {
    const problem = table.ok ? `columnsMissing ${missing.join(', ')}` : table.failure.code;
    await tx.query(`update device_import set state = 'unreadable', problem = $2 where id = $1`, [
      list.id,
      problem,
    ]);
    return;
  }
  const judged = await judge(tx, list, table.value);
  await tx.query('delete from device_import_row where import_id = $1', [list.id]);
  await tx.query(WRITE_ROWS, [list.customerId, list.id, JSON.stringify(judged.rows.map(toVerdictRow))]);
  const count = (verdict: JudgedRow['verdict']) =>
    judged.rows.filter((row) => row.verdict === verdict).length;
  await tx.query(CHECKED, [
    list.id,
    table.value.encoding,
    table.value.delimiter,
    digestOf(list.bytes, judged.rows),
    count('new'),
    count('changes'),
    count('same'),
    count('refused'),
    judged.newSites.size,
  ]);
}

/**
 * Writes the good rows of a checked list, all of them or none. The register is asked again, with nobody else
 * registering or closing a place meanwhile: where it went on since the check, nothing is written.
 */
export async function importList(tx: Tx, importId: string, now: Date): Promise<void> {
  const list = await listIn(tx, importId, 'importing');
  if (!list) return;
  // Places before names and serials, in the order of everybody who changes a place or registers at one.
  await holdOpenSites(tx, list.customerId);
  await oneRegistrationAtATime(tx, list.branchId);
  await oneSiteNameAtATime(tx, list.customerId);
  const table = readTable(list.bytes);
  if (!table.ok) throw new Error(`The list ${list.id} was read when it was checked.`);
  const judged = await judge(tx, list, table.value);
  if (digestOf(list.bytes, judged.rows) !== list.digest) {
    await tx.query(`update device_import set state = 'outdated' where id = $1`, [list.id]);
    return;
  }
  await write(tx, list, judged, now);
  await tx.query(DONE, [list.id, now]);
}

async function listIn(tx: Tx, importId: string, state: string): Promise<List | null> {
  const [list] = await tx.query<List & Record<string, unknown>>(LIST, [importId]);
  return list?.state === state ? list : null;
}

async function judge(tx: Tx, list: List, table: Table): Promise<JudgedTable> {
  return judgeRows(table, await readRegister(tx, list, serialsOf(table)), list.makeSites);
}

async function write(tx: Tx, list: List, { rows, newSites }: JudgedTable, now: Date): Promise<void> {
  const { customerId, branchId, startedBy } = list;
  const by = { kind: 'staff', id: startedBy } as const;
  const importer = { ...system('fleet.import-devices'), ...by, branchId };
  const made = await makeSites(tx, list, [...newSites.values()]);
  const siteOf = ({ siteId, siteName }: JudgedRow) => siteId ?? made.get(siteName.toLowerCase()) ?? '';
  const fresh = rows.filter(({ verdict }) => verdict === 'new');
  await insertDevices(
    tx,
    importer,
    { customerId, branchId },
    fresh.map((row) => ({ ...row.facts, siteId: siteOf(row) })),
    now,
  );
  const changes = rows.flatMap((row) => toChange(row, siteOf(row)));
  await updateDevices(tx, importer, changes, now);
  tx.audit({
    action: 'devices.imported',
    target: { kind: 'device-import', id: list.id },
    facts: { registered: fresh.length, changed: changes.length, sites: newSites.size },
    by,
    of: { customerId, branchId },
  });
}

function toChange(row: JudgedRow, siteId: string): ChangedDevice[] {
  if (row.verdict !== 'changes' || !row.known) return [];
  const { known, facts } = row;
  const moved = known.siteId !== siteId;
  const changed = changedFacts(facts, known).join(',');
  return [
    {
      ...facts,
      id: known.id,
      siteId,
      event: moved
        ? { kind: 'moved', facts: { fromSiteId: known.siteId, toSiteId: siteId, changed } }
        : { kind: 'changed', facts: { changed } },
    },
  ];
}

async function makeSites(
  tx: Tx,
  { customerId, branchId }: Organisation,
  sites: readonly SiteFacts[],
): Promise<ReadonlyMap<string, string>> {
  if (sites.length === 0) return new Map();
  const made = await tx.query<{ id: string; name: string }>(MAKE_SITES, [
    customerId,
    branchId,
    JSON.stringify(sites),
  ]);
  return new Map(made.map(({ id, name }) => [name, id]));
}

/** A short mark of a list and its verdicts: equal while nothing that matters changed. */
function digestOf(bytes: Uint8Array, rows: readonly JudgedRow[]): string {
  const hash = createHash('sha256').update(bytes);
  for (const { verdict, known, siteId } of rows) hash.update(`\n${verdict} ${known?.id} ${siteId}`);
  return hash.digest('base64url');
}

function toVerdictRow({ line, verdict, facts, siteName, problems }: JudgedRow) {
  // What is refused may be longer than any column should show.
  const short = (text: string) => text.replaceAll('\0', '').slice(0, 120);
  const { serialNumber, name } = facts;
  return { line, verdict, serial: short(serialNumber), name: short(name), site: short(siteName), problems };
}

const WRITE_ROWS = `
  insert into device_import_row (customer_id, import_id, line, verdict, serial_number, name, site, problems)
  select $1::uuid, $2::uuid, r.line, r.verdict, r.serial, r.name, r.site, r.problems
  from jsonb_to_recordset($3::jsonb) as r (line int, verdict text, serial text, name text, site text, problems jsonb)`;

const CHECKED = `update device_import set state = 'checked', problem = null, encoding = $2, delimiter = $3, digest = $4,
    new_rows = $5, changed_rows = $6, same_rows = $7, refused_rows = $8, new_sites = $9
  where id = $1`;

const DONE = `
  with read as (delete from device_import_part where import_id = $1)
  update device_import set state = 'done', done_at = $2 where id = $1`;

const MAKE_SITES = `
  insert into site (customer_id, branch_id, name, street, postal_code, city, country)
  select $1::uuid, $2::uuid, r.name, r.street, r."postalCode", r.city, r.country
  from jsonb_to_recordset($3::jsonb) as r (name text, street text, "postalCode" text, city text, country text)
  returning id, lower(name) as name`;
