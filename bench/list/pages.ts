import { join } from 'node:path';
import type { Contender, Operation, Row } from '../harness/bench';
import type { Asker, ListInstallation } from './installation';

/** What one page is asked for with. */
export interface PageVariables {
  readonly first: number;
  readonly after: string | null;
  readonly search: string | null;
}

/** Rows of a page, as the portal asks for. */
const PAGE = 25;

const QUERY = `query BenchPage($first: Int!, $after: String, $search: String) {
  devices(first: $first, after: $after, filter: { search: $search }) {
    edges { node { id name serialNumber maker model state lastSeenAt floor department site { id name city } } }
    pageInfo { hasNextPage }
  }
}`;

/** A page by name, behind the machine with this name and id, or of what contains a text. */
export function pageOperation(
  name: string,
  at: { readonly keyset?: readonly string[]; readonly search?: string } = {},
): Operation {
  const after = at.keyset ? Buffer.from(JSON.stringify(at.keyset)).toString('base64url') : null;
  const variables: PageVariables = { first: PAGE, after, search: at.search ?? null };
  return { name, body: JSON.stringify({ query: QUERY, variables }) };
}

/** What a cursor made here holds. */
export function keysetIn(cursor: string): string[] {
  return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
}

/** The floor, which is told whose machines to list, and the product. */
export function contendersFor({ env }: ListInstallation, { sees }: Asker, floor: string): Contender[] {
  return [
    { name: floor, script: join(__dirname, 'floor.ts'), env: { ...env, FLOOR_SEES: JSON.stringify(sees) } },
    { name: 'platen', script: join(__dirname, '../gateway/platen.ts'), env },
  ];
}

/** The figure of one row. */
export function figure(
  rows: readonly Row[],
  contender: string,
  op: string,
  key: 'cpuMsPerOp' | 'ratePerS' | 'p50Ms',
): number {
  return rows.find((row) => row.contender === contender && row.op === op)?.[key] ?? Number.NaN;
}

/** The number that follows a flag. @throws RangeError */
export function numberIn(args: readonly string[], flag: string, otherwise: number): number {
  const at = args.indexOf(flag);
  const value = at < 0 ? otherwise : Number(args[at + 1]);
  if (!(value > 0)) throw new RangeError(`${flag} wants a number above 0.`);
  return value;
}
