import { type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type ActorAccess,
  type SecretBox,
  type Tx,
  type UnitOfWork,
  system,
} from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { useAppCode } from '../second-factors/authenticator-apps';
import { noteFactorChange } from '../second-factors/factor-change';
import { claimOf } from '../second-factors/passkey-answer';
import { passkeysOf, usePasskey } from '../second-factors/passkeys';
import { useRecoveryCode } from '../second-factors/recovery-codes';
import type { RelyingParty } from '../second-factors/relying-party';
import type { WrongCode } from '../second-factors/second-factor.errors';
import { secondFactorsOf } from '../second-factors/second-factors-of';
import {
  type OpenedSession,
  type SignInMethod,
  type SignInPlace,
  type WrittenSession,
  enter,
  openSession,
  passwordDigest,
} from './open-session';
import { newToken } from './secret-token';
import {
  type TriedChallenge,
  forgetPasskeyChallenge,
  issueSignInChallenge,
  tryChallenge,
  useSignInChallenge,
} from './sign-in-challenge';
import {
  type AttemptSubjects,
  attemptSubjects,
  countAttempt,
  forgiveAttempt,
  withdrawAttempt,
} from './sign-in-attempts';
import type { SignInExpired, TooManyAttempts } from './sign-in.errors';

/** With what the second step can be taken. */
export type SecondFactorMethod = 'AUTHENTICATOR_APP' | 'PASSKEY' | 'RECOVERY_CODE';

/** The password was right; now prove it once more. */
export interface SecondStepAsked {
  readonly challenge: string;
  readonly methods: readonly SecondFactorMethod[];
  /** JSON for the browser, null for who has no passkey */
  readonly passkeyOptions: string | null;
}

/** What is offered as the second proof. */
export type SecondProof =
  | { readonly kind: 'code'; readonly typed: string }
  | { readonly kind: 'recovery-code'; readonly typed: string }
  | { readonly kind: 'passkey'; readonly response: string };

export interface SecondStep extends SignInPlace {
  readonly challenge: string;
  readonly proof: SecondProof;
}

/** What proves and tells of second factors. */
export interface SecondStepTools {
  readonly secrets: SecretBox;
  readonly party: RelyingParty;
  readonly letters: Letters;
}

type Outcome =
  | { readonly opened: WrittenSession }
  | { readonly refused: WrongCode | SignInExpired | TooManyAttempts };

/**
 * The second step of signing in (threats C21): a challenge bound to account and password, five tries, each counted
 * against the account and address like a password (C22), so that neither challenges nor codes can be worked through.
 */
export class SecondStepService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ActorAccess,
    private readonly tools: SecondStepTools,
  ) {}

  /** The first step's try is taken back, but the account's count stays: only a finished sign-in forgives it. */
  async ask(
    caller: Actor,
    subjects: AttemptSubjects,
    account: { readonly id: string; readonly passwordHash: string },
  ): Promise<SecondStepAsked> {
    return this.work.write(system(caller.requestId), async (tx) => {
      await withdrawAttempt(tx, subjects);
      const passkeys = await passkeysOf(tx, account.id);
      const passkeyChallenge = passkeys.length > 0 ? newToken() : null;
      const challenge = await issueSignInChallenge(tx, {
        userId: account.id,
        passwordDigest: passwordDigest(account.passwordHash),
        passkeyChallenge,
      });
      const passkeyOptions = passkeyChallenge
        ? await this.tools.party.requestOptions(passkeys, passkeyChallenge)
        : null;
      return { challenge, methods: await methodsOf(tx, account.id), passkeyOptions };
    });
  }

  async complete(
    caller: Actor,
    step: SecondStep,
  ): Promise<Result<OpenedSession, WrongCode | SignInExpired | TooManyAttempts>> {
    // Refusals are counted, so they are kept: no failed Result leaves this transaction.
    const outcome = await this.work.write(system(caller.requestId), (tx) => this.take(tx, caller, step));
    if ('refused' in outcome) return err(outcome.refused);
    const opened = await enter(this.access, caller, outcome.opened);
    return opened ? ok(opened) : err({ code: 'SIGN_IN_EXPIRED' });
  }

  private async take(tx: Tx, caller: Actor, step: SecondStep): Promise<Outcome> {
    const challenge = await tryChallenge(tx, step.challenge);
    if (!challenge) return { refused: { code: 'SIGN_IN_EXPIRED' } };
    const subjects = attemptSubjects(challenge.email, step.clientAddress);
    const retryAt = await countAttempt(tx, subjects);
    if (retryAt) return { refused: { code: 'TOO_MANY_ATTEMPTS', retryAt } };
    const method = await this.prove(tx, challenge, step.proof);
    if (!method) {
      noteRefusal(tx, challenge, step.proof.kind);
      return { refused: { code: 'WRONG_CODE' } };
    }
    await useSignInChallenge(tx, challenge.id);
    const opened = await openSession(tx, caller, { ...challenge, ...step, method });
    if (!opened) return { refused: { code: 'SIGN_IN_EXPIRED' } };
    await forgiveAttempt(tx, subjects);
    return { opened };
  }

  /** @returns null when it proves nothing */
  private async prove(tx: Tx, challenge: TriedChallenge, proof: SecondProof): Promise<SignInMethod | null> {
    const { userId } = challenge;
    const { secrets, letters } = this.tools;
    if (proof.kind === 'code')
      return (await useAppCode(tx, secrets, userId, proof.typed)) ? 'authenticator-app' : null;
    if (proof.kind === 'recovery-code') {
      if (!(await useRecoveryCode(tx, userId, proof.typed))) return null;
      await noteFactorChange(tx, letters, userId, 'RECOVERY_CODE_USED');
      return 'recovery-code';
    }
    return (await this.provePasskey(tx, challenge, proof.response)) ? 'password-and-passkey' : null;
  }

  private async provePasskey(tx: Tx, challenge: TriedChallenge, text: string): Promise<boolean> {
    const claim = claimOf(text);
    await forgetPasskeyChallenge(tx, challenge.id);
    if (!claim || challenge.passkeyChallenge === null) return false;
    const answer = { text, credentialId: claim.credentialId, challenge: challenge.passkeyChallenge };
    return (await usePasskey(tx, this.tools.party, answer, challenge.userId)) !== null;
  }
}

async function methodsOf(tx: Tx, userId: string): Promise<SecondFactorMethod[]> {
  const factors = await secondFactorsOf(tx, userId);
  const methods: SecondFactorMethod[] = [];
  if (factors?.authenticatorAppAddedAt) methods.push('AUTHENTICATOR_APP');
  if (factors && factors.passkeys.length > 0) methods.push('PASSKEY');
  if (factors && factors.recoveryCodesLeft > 0) methods.push('RECOVERY_CODE');
  return methods;
}

function noteRefusal(tx: Tx, { userId, branchId, customerId }: TriedChallenge, method: string): void {
  tx.audit({
    action: 'session.refused',
    target: { kind: 'user', id: userId },
    facts: { step: 'second-factor', method },
    by: { kind: 'anonymous', id: null },
    of: { branchId, customerId },
  });
}
