import { createHash } from 'node:crypto';
import { type Result, err } from '@platen/kernel';
import { type Actor, tenantScope } from '../actor/actor';
import type { Tx } from './unit-of-work';

/** The same key came with another input (threats C50): nothing was done. */
export interface IdempotencyConflict {
  readonly code: 'IDEMPOTENCY_CONFLICT';
}

export interface Command {
  /** mutation name, for example 'updateDevice' */
  readonly operation: string;
  /** the caller's key, 1..255 characters */
  readonly key: string;
  /** what was asked for; compared by hash */
  readonly input: unknown;
}

/**
 * Runs a command once per tenant, operation and key, inside the caller's transaction: a repeat with the same input
 * gets the saved answer, one with another input a conflict, and one in parallel waits for the first.
 * A failed answer is rolled back with its key, so that the caller may try again.
 * @param run  its successful value is stored as JSON: return ids, not rows that age
 */
export async function once<Value, Failure>(
  tx: Tx,
  actor: Actor,
  command: Command,
  run: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | IdempotencyConflict>> {
  const tenant = tenantKey(actor);
  const hash = createHash('sha256').update(JSON.stringify(command.input)).digest('base64url');
  const claimed = await tx.query(
    `insert into idempotency (tenant, operation, key, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [tenant, command.operation, command.key, hash],
  );
  if (claimed.length === 0) return replay<Value>(tx, tenant, command, hash);
  const result = await run();
  if (result.ok) {
    await tx.query(`update idempotency set answer = $4 where tenant = $1 and operation = $2 and key = $3`, [
      tenant,
      command.operation,
      command.key,
      JSON.stringify(result.value ?? null),
    ]);
  }
  return result;
}

async function replay<Value>(
  tx: Tx,
  tenant: string,
  command: Command,
  hash: string,
): Promise<Result<Value, IdempotencyConflict>> {
  const [saved] = await tx.query<{ input_hash: string; answer: Value }>(
    `select input_hash, answer from idempotency where tenant = $1 and operation = $2 and key = $3`,
    [tenant, command.operation, command.key],
  );
  if (!saved || saved.input_hash !== hash) return err({ code: 'IDEMPOTENCY_CONFLICT' });
  return { ok: true, value: saved.answer };
}

/** Keys of one tenant never meet those of another. */
function tenantKey(actor: Actor): string {
  const tenant = tenantScope(actor);
  if (tenant.scope === 'customer') return tenant.customerId;
  if (tenant.scope === 'branch') return tenant.branchId;
  return tenant.scope;
}
