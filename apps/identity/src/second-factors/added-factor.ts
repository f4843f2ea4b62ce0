import type { Tx } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { noteFactorChange } from './factor-change';
import { forgetRecoveryCodes, issueRecoveryCodes } from './recovery-codes';
import { type SecondFactors, isWithout, secondFactorsOf } from './second-factors-of';

/** After a factor was added: recovery codes when these are the first, in clear, for the only time. */
export interface AddedFactor {
  readonly factors: SecondFactors;
  readonly recoveryCodes: readonly string[] | null;
}

/** The first factor brings recovery codes: without them a lost phone is a lost account. */
export async function addedFactor(
  tx: Tx,
  letters: Letters,
  userId: string,
  change: 'APP_ADDED' | 'PASSKEY_ADDED',
): Promise<AddedFactor> {
  const { recoveryCodesLeft } = await ownFactors(tx, userId);
  const recoveryCodes = recoveryCodesLeft === 0 ? await issueRecoveryCodes(tx, userId) : null;
  await noteFactorChange(tx, letters, userId, change);
  return { factors: await ownFactors(tx, userId), recoveryCodes };
}

/** Recovery codes without a factor would be one themselves. */
export async function forgetWithLastFactor(tx: Tx, userId: string): Promise<void> {
  if (isWithout(await ownFactors(tx, userId))) await forgetRecoveryCodes(tx, userId);
}

/** @throws Error when the account is not there: whoever acts has one */
export async function ownFactors(tx: Tx, userId: string): Promise<SecondFactors> {
  const factors = await secondFactorsOf(tx, userId);
  if (!factors) throw new Error(`The account ${userId} acts and is not there.`);
  return factors;
}
