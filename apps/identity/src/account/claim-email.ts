import { type Result, err } from '@platen/kernel';
import type { EmailTaken } from './email-change.errors';

/** PostgreSQL's word for a row that meets another one in something that must be unique. */
const UNIQUE_VIOLATION = '23505';

/**
 * Runs a transaction that gives an account an address. The unique, case-folded column decides between accounts that
 * want one address at the same time; who comes second has changed nothing, his link included.
 */
export async function claimEmail<Value, Failure>(
  change: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | EmailTaken>> {
  try {
    return await change();
  } catch (error) {
    if (isTaken(error)) return err({ code: 'EMAIL_TAKEN' });
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === UNIQUE_VIOLATION && constraint === 'user_account_email_folded_key';
}
