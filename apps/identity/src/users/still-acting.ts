import type { Actor, Tx } from '@platen/platform';

/**
 * The actor with those of his rights that he still has: somebody who waited for the lock while his own rights were
 * taken away, or his account was closed, acts with what is left. Asked under the lock.
 */
export async function stillActing(tx: Tx, actor: Actor): Promise<Actor> {
  const [now] = await tx.query<{ rights: string[] }>(RIGHTS_NOW, [actor.id]);
  return { ...actor, rights: new Set([...actor.rights].filter((right) => now?.rights.includes(right))) };
}

const RIGHTS_NOW = `
  select role.rights || person.granted_rights as rights
  from user_account person join role on role.id = person.role_id
  where person.id = $1 and person.deactivated_at is null and person.erased_at is null`;
