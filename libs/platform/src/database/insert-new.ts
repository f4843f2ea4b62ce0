import { type EntityTarget, In, type ObjectLiteral, type QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from './unit-of-work';

/** PostgreSQL takes 65,535 parameters a statement; no table here has more than 60 columns. */
const ROWS_PER_STATEMENT = 1000;

/**
 * Inserts rows by a few statements; one whose id exists already is left alone, so that loading twice does no harm.
 * @returns ids of the rows that are new
 * @throws  Error when a row meets another one in something that must be unique, for example an e-mail address
 */
export async function insertNew<Row extends ObjectLiteral & { readonly id: string }>(
  tx: Tx,
  table: EntityTarget<Row>,
  rows: readonly (QueryDeepPartialEntity<Row> & { readonly id: string })[],
): Promise<ReadonlySet<string>> {
  const inserted = new Set<string>();
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const result = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(table)
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .orIgnore()
      .returning(['id'])
      .updateEntity(false)
      .execute();
    for (const row of result.raw as { id: string }[]) inserted.add(row.id);
  }
  await refuseOtherConflicts(
    tx,
    table,
    rows.map((row) => row.id).filter((id) => !inserted.has(id)),
  );
  return inserted;
}

async function refuseOtherConflicts<Row extends ObjectLiteral & { readonly id: string }>(
  tx: Tx,
  table: EntityTarget<Row>,
  skipped: readonly string[],
): Promise<void> {
  for (let start = 0; start < skipped.length; start += ROWS_PER_STATEMENT) {
    const ids = skipped.slice(start, start + ROWS_PER_STATEMENT);
    const known = await tx.manager
      .createQueryBuilder(table, 'row')
      .where({ id: In(ids) })
      .getCount();
    if (known !== new Set(ids).size)
      throw new Error(`A row for ${tx.manager.connection.getMetadata(table).tableName} meets another one.`);
  }
}
