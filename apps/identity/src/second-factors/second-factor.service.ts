import { type Result, err, ok } from '@platen/kernel';
import type { Actor, SecretBox, Tx, UnitOfWork } from '@platen/platform';
import type { BranchSettings } from '@platen/contracts';
import type { Letters } from '../letters/send-letter';
import type { TooManyAttempts } from '../sessions/sign-in.errors';
import type { CurrentPassword, WrongPassword } from '../users/current-password';
import { type AddedFactor, addedFactor, forgetWithLastFactor, ownFactors } from './added-factor';
import { confirmApp, removeApp, startApp } from './authenticator-apps';
import { authenticatorUri, newAuthenticatorSecret } from './authenticator-code';
import { lockFactorsOf, noteFactorChange } from './factor-change';
import { issueRecoveryCodes } from './recovery-codes';
import type { LastSecondFactor, NoSecondFactor, NothingStarted, WrongCode } from './second-factor.errors';
import { ownerOfFactors } from './second-factor.policy';
import { type SecondFactors, isWithout, mustKeepAFactor, secondFactorsOf } from './second-factors-of';

/** What an authenticator app is set up with: as a QR code shows it, and as it is typed. */
export interface StartedApp {
  readonly uri: string;
  readonly secret: string;
}

/** Why a command that asks for the password again was not carried out. */
export type Unproved = WrongPassword | TooManyAttempts;

/** The password once more, and where it was typed. */
export interface ProofOfPassword {
  readonly currentPassword: string;
  readonly clientAddress: string | null;
}

/** People look after their authenticator app and recovery codes (threats C21). Everything but reading wants the password. */
export class SecondFactorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: SecretBox,
    private readonly password: CurrentPassword,
    private readonly letters: Letters,
  ) {}

  /** @returns null for who has none of his own: keys, and whoever looks through somebody's eyes */
  async find(actor: Actor): Promise<SecondFactors | null> {
    const userId = ownerOfFactors(actor);
    return userId === null ? null : this.work.read(actor, (tx) => secondFactorsOf(tx, userId));
  }

  /** Shows a new seed. Nothing changes before its first code is confirmed: the app in use stays until then. */
  async startAuthenticatorApp(actor: Actor, proof: ProofOfPassword): Promise<Result<StartedApp, Unproved>> {
    const proved = await this.password.confirm(actor, proof.currentPassword, proof.clientAddress);
    if (!proved.ok) return proved;
    return this.work.write(actor, async (tx) => {
      const userId = owner(actor);
      const { email, brand } = await labelOf(tx, userId);
      const secret = newAuthenticatorSecret();
      await startApp(tx, this.secrets, userId, secret);
      return ok({ secret, uri: authenticatorUri(secret, brand, email) });
    });
  }

  async confirmAuthenticatorApp(
    actor: Actor,
    code: string,
  ): Promise<Result<AddedFactor, WrongCode | NothingStarted>> {
    const userId = ownerOfFactors(actor);
    if (!userId) return err({ code: 'NOTHING_STARTED' });
    return this.work.write(actor, async (tx) => {
      await lockFactorsOf(tx, userId);
      const confirmed = await confirmApp(tx, this.secrets, userId, code);
      if (confirmed !== 'confirmed')
        return err({ code: confirmed === 'wrong' ? 'WRONG_CODE' : 'NOTHING_STARTED' } as const);
      tx.audit({ action: 'second-factor.added', target: { kind: 'user', id: userId }, facts: APP });
      return ok(await addedFactor(tx, this.letters, userId, 'APP_ADDED'));
    });
  }

  async removeAuthenticatorApp(
    actor: Actor,
    proof: ProofOfPassword,
  ): Promise<Result<SecondFactors, Unproved | LastSecondFactor>> {
    const proved = await this.password.confirm(actor, proof.currentPassword, proof.clientAddress);
    if (!proved.ok) return proved;
    return this.work.write(actor, async (tx) => {
      const userId = owner(actor);
      await lockFactorsOf(tx, userId);
      if (await removeApp(tx, userId)) {
        if (await mustKeepAFactor(tx, userId)) return err({ code: 'LAST_SECOND_FACTOR' } as const);
        tx.audit({ action: 'second-factor.removed', target: { kind: 'user', id: userId }, facts: APP });
        await forgetWithLastFactor(tx, userId);
        await noteFactorChange(tx, this.letters, userId, 'APP_REMOVED');
      }
      return ok(await ownFactors(tx, userId));
    });
  }

  /** The older ones are worth nothing from then on. */
  async renewRecoveryCodes(
    actor: Actor,
    proof: ProofOfPassword,
  ): Promise<Result<AddedFactor, Unproved | NoSecondFactor>> {
    const proved = await this.password.confirm(actor, proof.currentPassword, proof.clientAddress);
    if (!proved.ok) return proved;
    return this.work.write(actor, async (tx) => {
      const userId = owner(actor);
      await lockFactorsOf(tx, userId);
      if (isWithout(await ownFactors(tx, userId))) return err({ code: 'NO_SECOND_FACTOR' } as const);
      const recoveryCodes = await issueRecoveryCodes(tx, userId);
      tx.audit({ action: 'second-factor.added', target: { kind: 'user', id: userId }, facts: CODES });
      await noteFactorChange(tx, this.letters, userId, 'RECOVERY_CODES_RENEWED');
      return ok({ factors: await ownFactors(tx, userId), recoveryCodes });
    });
  }
}

const APP = { factor: 'authenticator-app' } as const;
const CODES = { factor: 'recovery-codes' } as const;

/** @throws Error for an actor without factors of his own, whom the proof of his password has refused before */
export function owner(actor: Actor): string {
  const userId = ownerOfFactors(actor);
  if (!userId) throw new Error(`A ${actor.kind} has no second factors.`);
  return userId;
}

async function labelOf(tx: Tx, userId: string): Promise<{ email: string; brand: string }> {
  const [label] = await tx.query<{ email: string; settings: BranchSettings }>(LABEL, [userId]);
  if (!label) throw new Error(`The account ${userId} acts and is not there.`);
  return { email: label.email, brand: label.settings.brand.name };
}

const LABEL = `
  select person.email, branch.settings from user_account person join branch on branch.id = person.branch_id
  where person.id = $1`;
