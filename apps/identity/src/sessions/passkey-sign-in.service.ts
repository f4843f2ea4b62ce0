import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type ActorAccess, type Tx, type UnitOfWork, system } from '@platen/platform';
import { type PasskeyClaim, claimOf } from '../second-factors/passkey-answer';
import { issueChallenge, useChallenge, usePasskey } from '../second-factors/passkeys';
import { type RelyingParty, userHandleOf } from '../second-factors/relying-party';
import {
  type OpenedSession,
  type SignInPlace,
  type WrittenSession,
  enter,
  openSession,
} from './open-session';
import { attemptSubjects, countAttempt, forgiveAttempt } from './sign-in-attempts';
import type { PasskeyNotAccepted, TooManyAttempts } from './sign-in.errors';

export interface PasskeySignIn extends SignInPlace {
  /** JSON of the browser's answer */
  readonly response: string;
}

type Outcome =
  | { readonly opened: WrittenSession }
  | { readonly refused: PasskeyNotAccepted | TooManyAttempts };

const REFUSED = { refused: { code: 'PASSKEY_NOT_ACCEPTED' } } as const;

/**
 * Signing in with a passkey alone: the key is one factor, the PIN or finger that it asks for the other. Who signs in
 * is known from the key, so these transactions run as the system actor, scoped by challenge and key.
 */
export class PasskeySignInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ActorAccess,
    private readonly party: RelyingParty,
  ) {}

  /** @returns what the browser needs, as JSON: the same for everybody, because nobody is named yet */
  async start(caller: Actor): Promise<string> {
    const challenge = await this.work.write(system(caller.requestId), (tx) => issueChallenge(tx, null));
    return this.party.requestOptions(null, challenge);
  }

  async finish(
    caller: Actor,
    input: PasskeySignIn,
  ): Promise<Result<OpenedSession, PasskeyNotAccepted | TooManyAttempts>> {
    const claim = claimOf(input.response);
    if (!claim) return err(REFUSED.refused);
    const outcome = await this.work.write(system(caller.requestId), (tx) =>
      this.take(tx, caller, input, claim),
    );
    if ('refused' in outcome) return err(outcome.refused);
    const opened = await enter(this.access, caller, outcome.opened);
    return opened ? ok(opened) : err(REFUSED.refused);
  }

  /** Counted by key and address before anything is looked up, and alike for keys that nobody has (C22, C23). */
  private async take(tx: Tx, caller: Actor, input: PasskeySignIn, claim: PasskeyClaim): Promise<Outcome> {
    const subjects = attemptSubjects(`passkey ${claim.credentialId}`, input.clientAddress);
    const retryAt = await countAttempt(tx, subjects);
    if (retryAt) return { refused: { code: 'TOO_MANY_ATTEMPTS', retryAt } };
    if (!(await useChallenge(tx, null, claim.challenge))) return refuse(tx);
    const answer = { text: input.response, credentialId: claim.credentialId, challenge: claim.challenge };
    const passkey = await usePasskey(tx, this.party, answer, null);
    const isOwners =
      claim.userHandle === null || claim.userHandle === (passkey && userHandleOf(passkey.userId));
    if (!passkey || !isOwners) return refuse(tx);
    const { clientAddress, userAgent } = input;
    const opened = await openSession(tx, caller, {
      userId: passkey.userId,
      passwordDigest: null,
      method: 'passkey',
      clientAddress,
      userAgent,
    });
    if (!opened) return refuse(tx);
    await forgiveAttempt(tx, subjects);
    return { opened };
  }
}

/** Of the installation's log: a key that proves nothing names nobody. */
function refuse(tx: Tx): Outcome {
  tx.audit({
    action: 'session.refused',
    facts: { step: 'passkey' },
    by: { kind: 'anonymous', id: null },
    of: { branchId: null, customerId: null },
  });
  return REFUSED;
}
