import { type Tx, isId } from '@platen/platform';
import type { AuditEntryRow } from './audit-query';

/** Names of people, keys, roles and organisations that entries speak of, by id. */
export type AuditNames = ReadonlyMap<string, string>;

/**
 * The names of today of whatever the entries mention. The log itself holds ids alone: who was erased stands in it
 * under the pseudonym that is left of him. Row-level security decides whose names are found, so an organisation does
 * not learn those of the provider's people.
 */
export async function namesIn(tx: Tx, entries: readonly AuditEntryRow[]): Promise<AuditNames> {
  const ids = entries.flatMap(({ actorId, viewedBy, targetId }) => [actorId, viewedBy, targetId]);
  const mentioned = [...new Set(ids.filter((id): id is string => id !== null && isId(id)))];
  if (mentioned.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(NAMES, [mentioned]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const NAMES = `
  select id, concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')) as name
  from user_account where id = any($1::uuid[])
  union all select id, name from access_key where id = any($1::uuid[])
  union all select id, name from role where id = any($1::uuid[])
  union all select id, name from customer where id = any($1::uuid[])`;
