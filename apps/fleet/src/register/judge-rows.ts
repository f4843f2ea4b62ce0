import { type SiteFacts, siteFaults, tidySite } from '../sites/site-facts';
import { type DeviceFacts, type FactProblem, factFaults, textFacts } from './device-facts';
import { factsIn, siteIn, unguarded } from './row-facts';
import { type RegisterColumn, columnsIn, neededColumns } from './register-columns';
import type { Table } from './read-table';

export type RowVerdict = 'new' | 'changes' | 'same' | 'refused';

export type RowProblem =
  | FactProblem
  | 'serialTwice'
  | 'serialElsewhere'
  | 'siteUnknown'
  | 'siteManyOfName'
  | 'siteAddressNeeded'
  | 'siteAddressDiffers'
  | 'monitoredUnclear'
  | 'lifecycleUnclear'
  | 'lifecycleElsewhere'
  | 'monitoredElsewhere';

/** A machine in use as the register has it. */
export interface KnownDevice extends Omit<DeviceFacts, 'lifecycle'> {
  readonly id: string;
  readonly lifecycle: string;
  readonly siteId: string;
}

/** What rows are compared with: the organisation's part of the register, and who else in the branch has which serial. */
export interface KnownRegister {
  readonly devices: ReadonlyMap<string, KnownDevice>;
  readonly serialsElsewhere: ReadonlySet<string>;
  /** open places by name in small letters; null where several have one name */
  readonly sites: ReadonlyMap<string, string | null>;
}

/** What becomes of one row. */
export interface JudgedRow {
  readonly line: number;
  readonly verdict: RowVerdict;
  readonly problems: readonly {
    readonly column: RegisterColumn;
    readonly problem: RowProblem;
    readonly max?: number;
  }[];
  readonly facts: DeviceFacts;
  /** the machine in use that has this serial */
  readonly known: KnownDevice | null;
  readonly siteName: string;
  /** null: a place that is made first */
  readonly siteId: string | null;
}

export interface JudgedTable {
  readonly rows: readonly JudgedRow[];
  /** places to make before, by name in small letters */
  readonly newSites: ReadonlyMap<string, SiteFacts>;
}

/** Columns that the list has not, and needs. */
export function missingColumns(table: Table): readonly RegisterColumn[] {
  const columns = columnsIn(table.rows[0]?.cells ?? []);
  return neededColumns.filter((column) => !columns.has(column));
}

/** Serial numbers of a list as the register has them, to look them up. */
export function serialsOf(table: Table): string[] {
  const at = columnsIn(table.rows[0]?.cells ?? []).get('serial_number') ?? -1;
  return [...new Set(table.rows.slice(1).map(({ cells }) => unguarded(cells[at] ?? '')))];
}

/**
 * A verdict per row, from the list and the register alone. A column that is not there leaves things as they are; an
 * empty cell empties what may be empty.
 * @param makeSites  places that are not known are made where the row tells their address
 */
export function judgeRows(table: Table, register: KnownRegister, makeSites: boolean): JudgedTable {
  const columns = columnsIn(table.rows[0]?.cells ?? []);
  const lines = new Map<string, number>();
  const newSites = new Map<string, SiteFacts>();
  const rows = table.rows.slice(1).map(({ line, cells }): JudgedRow => {
    const cell = (column: RegisterColumn): string | undefined => {
      const at = columns.get(column);
      return at === undefined ? undefined : (cells[at] ?? '');
    };
    const known = register.devices.get(unguarded(cell('serial_number') ?? '')) ?? null;
    const { facts, problems } = factsIn(cell, known);
    const found: JudgedRow['problems'][number][] = [...problems];
    for (const { fact, problem, max } of factFaults(facts)) {
      // What the register has already is no news, whatever is thought of it today.
      if (known && facts[fact] === known[fact]) continue;
      const column = fact === 'installedOn' ? 'installed_on' : textFacts[fact].column;
      found.push({ column, problem, max });
    }
    const { serialNumber } = facts;
    if (serialNumber !== '') {
      if (lines.has(serialNumber)) found.push({ column: 'serial_number', problem: 'serialTwice' });
      else lines.set(serialNumber, line);
      if (!known && register.serialsElsewhere.has(serialNumber))
        found.push({ column: 'serial_number', problem: 'serialElsewhere' });
    }
    const place = placeOf(siteIn(cell), register, makeSites, newSites);
    found.push(...place.problems);
    const verdict = verdictOf(facts, known, place.siteId, found.length);
    return { line, verdict, problems: found, facts, known, siteName: place.name, siteId: place.siteId };
  });
  const used = new Set(
    rows
      .filter((row) => row.verdict !== 'refused' && row.siteId === null)
      .map((row) => row.siteName.toLowerCase()),
  );
  return { rows, newSites: new Map([...newSites].filter(([name]) => used.has(name))) };
}

interface Place {
  readonly name: string;
  readonly siteId: string | null;
  readonly problems: JudgedRow['problems'];
}

function placeOf(
  typed: SiteFacts,
  register: KnownRegister,
  makeSites: boolean,
  newSites: Map<string, SiteFacts>,
): Place {
  const site = tidySite(typed);
  const key = site.name.toLowerCase();
  const refused = (column: RegisterColumn, problem: RowProblem): Place => ({
    name: site.name,
    siteId: null,
    problems: [{ column, problem }],
  });
  if (key === '') return refused('site', 'valueNeeded');
  const siteId = register.sites.get(key);
  if (siteId === null) return refused('site', 'siteManyOfName');
  if (siteId !== undefined) return { name: site.name, siteId, problems: [] };
  if (!makeSites) return refused('site', 'siteUnknown');
  if (siteFaults(site).length > 0) return refused('street', 'siteAddressNeeded');
  const first = newSites.get(key) ?? site;
  newSites.set(key, first);
  return sameAddress(first, site)
    ? { name: site.name, siteId: null, problems: [] }
    : refused('street', 'siteAddressDiffers');
}

function sameAddress(one: SiteFacts, other: SiteFacts): boolean {
  return (['street', 'postalCode', 'city', 'country'] as const).every((part) => one[part] === other[part]);
}

function verdictOf(
  facts: DeviceFacts,
  known: KnownDevice | null,
  siteId: string | null,
  problems: number,
): RowVerdict {
  if (problems > 0) return 'refused';
  if (!known) return 'new';
  return siteId === known.siteId && changedFacts(facts, known).length === 0 ? 'same' : 'changes';
}

/** The facts in which a row and the register differ. */
export function changedFacts(facts: DeviceFacts, known: KnownDevice): (keyof DeviceFacts)[] {
  return (Object.keys(facts) as (keyof DeviceFacts)[]).filter(
    (fact) => fact !== 'lifecycle' && facts[fact] !== known[fact],
  );
}
