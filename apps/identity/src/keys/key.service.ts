import type { AuditFacts, Right } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type IdempotencyConflict,
  type Page,
  type Tx,
  type UnitOfWork,
  isId,
  once,
} from '@platen/platform';
import { tellCollectorAccess } from '../enrolment/enrolment.events';
import { hashToken } from '../sessions/secret-token';
import type { FieldProblem } from '../users/invalid-input';
import { type NewKey, problemsOf, scopesAmong } from './check-key-input';
import type { KeyEnded, KeyInputInvalid, KeyNotFound, KeyRightsNotHeld } from './key.errors';
import { canRenew, collectorRights, rightsForKey, visibleTo } from './key.policy';
import { FIND_KEY, type Key, LIST_KEYS, LOCK_KEY } from './key.row';
import { newKeySecret } from './new-secret';

/** A key that was made just now, and the only time it can be read. */
export interface MadeKey {
  readonly key: Key;
  /** null when this call came before and was answered then: what was shown once is shown to nobody again */
  readonly secret: string | null;
}

/** Longest time for which an old key lives on beside its successor. */
export const MAX_OVERLAP_HOURS = 30 * 24;

/** Ways in for other systems: made, renewed, ended, watched (threats C7). */
export class KeyService {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first. @param customerId  for staff: only those of this customer */
  list(actor: Actor, page: Page, customerId: string | null): Promise<Key[]> {
    const { column, is } = visibleTo(actor);
    if (customerId !== null && !isId(customerId)) return Promise.resolve([]);
    const [before] = page.after ?? [null];
    return this.work.read(actor, (tx) =>
      tx.query<Key>(LIST_KEYS[column], [is, customerId, before, page.size + 1]),
    );
  }

  /** Makes a key; a repeat of the same call gets the key's facts without the key itself. */
  create(actor: Actor, wish: NewKey): Promise<Result<MadeKey, KeyInputInvalid | IdempotencyConflict>> {
    const customerId = wish.customerId ?? actor.customerId;
    const name = wish.name.trim();
    const { secret, prefix } = newKeySecret();
    let made = false;
    return this.work.write(actor, async (tx) => {
      const command = { operation: 'createPartnerKey', key: wish.idempotencyKey.slice(0, 255), input: wish };
      const created = await once(
        tx,
        actor,
        command,
        async (): Promise<Result<{ id: string }, KeyInputInvalid>> => {
          const rights = await this.rightsOf(tx, actor, wish, customerId);
          if (!rights.ok) return rights;
          const [row] = await tx.query<{ id: string }>(INSERT, [
            ...[
              customerId,
              actor.branchId,
              wish.kind,
              name,
              prefix,
              hashToken(secret),
              rights.value,
              actor.id,
            ],
            ...[wish.expiresAt, wish.requestsPerMinute, wish.costPerMinute],
          ]);
          if (!row) throw new Error('A key was not written.');
          made = true;
          const owner = { id: row.id, customerId, branchId: actor.branchId };
          recordKey(tx, 'key.created', owner, { kind: wish.kind, rights: [...rights.value] });
          return ok(row);
        },
      );
      if (!created.ok) return created;
      return ok({ key: await keyOf(tx, actor, created.value.id), secret: made ? secret : null });
    });
  }

  /** Makes a successor with the same rights; the old key opens the door for some hours more. */
  rotate(
    actor: Actor,
    id: string,
    overlapHours: number,
  ): Promise<
    Result<MadeKey & { replaced: Key }, KeyNotFound | KeyEnded | KeyRightsNotHeld | KeyInputInvalid>
  > {
    return this.work.write(actor, async (tx) => {
      if (overlapHours < 0 || overlapHours > MAX_OVERLAP_HOURS)
        return invalid({
          path: 'overlapHours',
          code: 'KEY_OVERLAP_RANGE',
          values: { max: MAX_OVERLAP_HOURS },
        });
      const old = await lockKey(tx, actor, id);
      if (!old) return err({ code: 'KEY_NOT_FOUND' });
      if (old.state !== 'ACTIVE') return err({ code: 'KEY_ENDED' });
      // A collector is known by the id of its key: a successor would be a second collector.
      if (old.kind === 'collector') return invalid({ path: 'id', code: 'KEY_COLLECTOR_RENEWED_THERE' });
      if (!canRenew(actor, old)) return err({ code: 'KEY_RIGHTS_NOT_HELD' });
      const { secret, prefix } = newKeySecret();
      const [row] = await tx.query<{ id: string }>(SUCCEED, [old.id, prefix, hashToken(secret), actor.id]);
      if (!row) throw new Error('A key was not written.');
      await tx.query(REPLACE, [old.id, row.id, overlapHours]);
      recordKey(tx, 'key.rotated', old, { successor: row.id, overlapHours });
      const key = await keyOf(tx, actor, row.id);
      return ok({ key, secret, replaced: await keyOf(tx, actor, old.id) });
    });
  }

  /** Ends a key at once, with the tokens it was exchanged for. Again does no harm. */
  revoke(actor: Actor, id: string): Promise<Result<Key, KeyNotFound>> {
    return this.work.write(actor, async (tx) => {
      const key = await lockKey(tx, actor, id);
      if (!key) return err({ code: 'KEY_NOT_FOUND' });
      if (key.revokedAt !== null) return ok(key);
      await tx.query('update access_key set revoked_at = now() where id = $1', [key.id]);
      recordKey(tx, 'key.revoked', key);
      if (key.kind === 'collector') await tellCollectorAccess(tx, key.id, 'revoked');
      return ok(await keyOf(tx, actor, key.id));
    });
  }

  private async rightsOf(
    tx: Tx,
    actor: Actor,
    wish: NewKey,
    customerId: string | null,
  ): Promise<Result<readonly Right[], KeyInputInvalid>> {
    const [clock] = await tx.query<{ now: Date }>('select now()');
    const problems = problemsOf(wish, clock?.now ?? new Date());
    if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
    if (customerId !== null && !(await isCustomerOf(tx, actor, customerId)))
      return invalid({ path: 'customerId', code: 'KEY_CUSTOMER_UNKNOWN' });
    if (wish.kind === 'collector')
      return customerId === null
        ? invalid({ path: 'customerId', code: 'KEY_COLLECTOR_OWNER' })
        : ok(collectorRights);
    const rights = scopesAmong(rightsForKey(actor, customerId), wish.scopes);
    return rights ? ok(rights) : invalid({ path: 'scopes', code: 'KEY_SCOPES_NOT_HELD' });
  }
}

function invalid(problem: FieldProblem): Result<never, KeyInputInvalid> {
  return err({ code: 'INVALID_INPUT', fields: [problem] });
}

function recordKey(
  tx: Tx,
  action: 'key.created' | 'key.rotated' | 'key.revoked',
  key: { readonly id: string; readonly customerId: string | null; readonly branchId: string | null },
  facts: AuditFacts = {},
): void {
  const { id, customerId, branchId } = key;
  tx.audit({ action, target: { kind: 'key', id }, facts, of: { customerId, branchId } });
}

async function isCustomerOf(tx: Tx, actor: Actor, customerId: string): Promise<boolean> {
  const { column, is } = visibleTo(actor);
  if (column === 'customer_id') return is !== null && is === customerId;
  const found = isId(customerId) && (await tx.query(CUSTOMER_OF_BRANCH, [is, customerId]));
  return found !== false && found.length > 0;
}

async function lockKey(tx: Tx, actor: Actor, id: string): Promise<Key | null> {
  if (!isId(id)) return null;
  const { column, is } = visibleTo(actor);
  const [key] = await tx.query<Key>(LOCK_KEY[column], [is, id]);
  return key ?? null;
}

async function keyOf(tx: Tx, actor: Actor, id: string): Promise<Key> {
  const { column, is } = visibleTo(actor);
  const [key] = await tx.query<Key>(FIND_KEY[column], [is, id]);
  if (!key) throw new Error(`The key ${id} is gone.`);
  return key;
}

const CUSTOMER_OF_BRANCH = 'select 1 from customer where branch_id = $1 and id = $2';

const INSERT = `
  insert into access_key (customer_id, branch_id, kind, name, prefix, key_hash, rights, created_by, expires_at,
    requests_per_minute, cost_per_minute)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`;

/** The successor is what the old key was, and lives as long as that one was made for. */
const SUCCEED = `
  insert into access_key (customer_id, branch_id, kind, name, prefix, key_hash, rights, created_by, expires_at,
    requests_per_minute, cost_per_minute)
  select customer_id, branch_id, kind, name, $2, $3, rights, $4, now() + (expires_at - created_at),
         requests_per_minute, cost_per_minute
  from access_key where id = $1 returning id`;

const REPLACE = `
  update access_key
  set replaced_by = $2, expires_at = least(expires_at, now() + make_interval(hours => $3::int))
  where id = $1`;
