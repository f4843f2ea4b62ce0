import { readNumber } from './read-number';
import type { RoundLine } from './round-lines';

/** What a pasted block or a file brings: texts by line, and how many of its rows fit no machine on the page. */
export interface ReadBlock {
  readonly texts: ReadonlyMap<string, string>;
  readonly unknown: readonly string[];
}

/** Cells of a block as spreadsheets copy it (tabs) or save it (semicolons, commas, quotes). */
export function cellsOf(text: string): string[][] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  // a column of `12,345` is one of numbers, not two of halves
  if (lines.every((line) => readNumber(line).kind === 'number')) return lines.map((line) => [line.trim()]);
  const [first = ''] = lines;
  const separator = ['\t', ';', ','].find((candidate) => first.includes(candidate)) ?? '\t';
  return lines.map((line) =>
    line.split(separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    ),
  );
}

/**
 * Lays a block over the lines of a round. Rows that begin with a serial number, an equipment id or a machine's name
 * go to that machine, whatever their order: its values stand under the head of their counter, or else in the order
 * of the page. A block of bare values goes down from the line it was pasted into.
 * @param nameOf  what a counter is called on the page
 * @param from    key of the line it was pasted into, null for a file
 */
export function layBlock(
  cells: readonly (readonly string[])[],
  lines: readonly RoundLine[],
  nameOf: (kind: string) => string,
  from: string | null,
): ReadBlock {
  const machines = machinesOf(lines);
  const named = cells.filter(([name = '']) => machines.has(folded(name)));
  if (named.length === 0 && from !== null) return downwards(cells, lines, from);
  const [head = []] = cells;
  const hasHead = !head.slice(1).some((cell) => readNumber(cell).kind === 'number');
  const kindAt = hasHead ? head.map((cell) => kindOf(cell, lines, nameOf)) : [];
  const texts = new Map<string, string>();
  for (const [name = '', ...values] of named) {
    const own = machines.get(folded(name)) ?? [];
    values.forEach((value, index) => {
      const line = kindAt.some(Boolean) ? own.find(({ kind }) => kind === kindAt[index + 1]) : own[index];
      if (line && value !== '') texts.set(line.key, value);
    });
  }
  const unknown = cells
    .slice(hasHead && !machines.has(folded(head[0] ?? '')) ? 1 : 0)
    .map(([name = '']) => name)
    .filter((name) => !machines.has(folded(name)));
  return { texts, unknown };
}

function downwards(
  cells: readonly (readonly string[])[],
  lines: readonly RoundLine[],
  from: string,
): ReadBlock {
  const start = lines.findIndex(({ key }) => key === from);
  const values = cells.map((row) => row.find((cell) => cell !== '') ?? '');
  const filled = values.flatMap((value, index): [string, string][] => {
    const line = lines[start + index];
    return line && value !== '' ? [[line.key, value]] : [];
  });
  return { texts: new Map(filled), unknown: values.slice(lines.length - start) };
}

/** Lines by everything that a machine is called by; a name that two machines share means neither. */
function machinesOf(lines: readonly RoundLine[]): Map<string, RoundLine[]> {
  const machines = new Map<string, RoundLine[]>();
  const shared = new Set<string>();
  for (const line of lines)
    for (const name of [line.device.serialNumber, line.device.equipmentId, line.device.name]) {
      if (!name) continue;
      const own = machines.get(folded(name)) ?? [];
      if (own[0] && own[0].device.id !== line.device.id) shared.add(folded(name));
      if (!own.includes(line)) machines.set(folded(name), [...own, line]);
    }
  for (const name of shared) machines.delete(name);
  return machines;
}

function kindOf(
  cell: string,
  lines: readonly RoundLine[],
  nameOf: (kind: string) => string,
): string | undefined {
  const found = lines.find(
    ({ kind }) => folded(kind) === folded(cell) || folded(nameOf(kind)) === folded(cell),
  );
  return found?.kind;
}

const folded = (text: string) => text.trim().toLowerCase();
