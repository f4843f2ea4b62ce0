import type { Tx } from '@platen/platform';
import { RECOVERY_CODES, hashRecoveryCode, newRecoveryCode } from './recovery-code';

/**
 * Gives a person new recovery codes; older ones die.
 * @returns the codes in clear, for the only time
 */
export async function issueRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await forgetRecoveryCodes(tx, userId);
  await tx.query(ISSUE, [userId, codes.map(hashRecoveryCode)]);
  return codes;
}

/** Uses a code up: of any number that try it at once, one gets it. */
export async function useRecoveryCode(tx: Tx, userId: string, typed: string): Promise<boolean> {
  const used = await tx.query(USE, [userId, hashRecoveryCode(typed)]);
  return used.length === 1;
}

/** With the last factor they have nothing left to recover. */
export async function forgetRecoveryCodes(tx: Tx, userId: string): Promise<void> {
  await tx.query('delete from recovery_code where user_id = $1', [userId]);
}

const ISSUE = `
  insert into recovery_code (customer_id, branch_id, user_id, code_hash)
  select customer_id, branch_id, id, unnest($2::bytea[]) from user_account where id = $1`;

const USE = `
  update recovery_code set used_at = now()
  where user_id = $1 and code_hash = $2 and used_at is null returning 1`;
