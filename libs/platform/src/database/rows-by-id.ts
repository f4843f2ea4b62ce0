const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for text that PostgreSQL reads as a uuid. Anything else from outside is an unknown id, not an error. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * Puts rows in the order of the ids asked for, null where there is none: what a DataLoader has to answer.
 * A row is found by its id in whatever case it was asked for.
 */
export function rowsById<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id.toLowerCase()) ?? null);
}

/** A LIKE pattern that finds the text anywhere; its own `%`, `_` and `\` mean themselves (threats C33). */
export function containing(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
}
