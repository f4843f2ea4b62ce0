import type { BranchSettings } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, isId } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import type { CurrentPassword } from '../users/current-password';
import { type AddedFactor, addedFactor, forgetWithLastFactor, ownFactors } from './added-factor';
import { lockFactorsOf, noteFactorChange } from './factor-change';
import { claimOf } from './passkey-answer';
import { nameOfPasskey } from './passkey-name';
import { issueChallenge, passkeysOf, useChallenge } from './passkeys';
import type { KeptPasskey, RelyingParty } from './relying-party';
import type {
  LastSecondFactor,
  PasskeyNameInvalid,
  PasskeyNotFound,
  PasskeyRefused,
  TooManyPasskeys,
} from './second-factor.errors';
import { ownerOfFactors } from './second-factor.policy';
import { type ProofOfPassword, type Unproved, owner } from './second-factor.service';
import { type SecondFactors, mustKeepAFactor } from './second-factors-of';

/** Most passkeys of one person. */
const MAX_PASSKEYS = 10;

/** A passkey that the browser made, and what its owner calls it. */
export interface NewPasskey {
  readonly name: string;
  /** JSON of the browser's answer */
  readonly response: string;
}

/** People look after their passkeys. */
export class PasskeyService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly party: RelyingParty,
    private readonly password: CurrentPassword,
    private readonly letters: Letters,
  ) {}

  /** @returns what the browser needs to make one, as JSON; good for five minutes */
  async start(actor: Actor, proof: ProofOfPassword): Promise<Result<string, Unproved | TooManyPasskeys>> {
    const proved = await this.password.confirm(actor, proof.currentPassword, proof.clientAddress);
    if (!proved.ok) return proved;
    return this.work.write(actor, async (tx) => {
      const userId = owner(actor);
      const known = await passkeysOf(tx, userId);
      if (known.length >= MAX_PASSKEYS) return err({ code: 'TOO_MANY_PASSKEYS' } as const);
      const challenge = await issueChallenge(tx, userId);
      const ids = known.map(({ credentialId }) => credentialId);
      return ok(await this.party.creationOptions(await ownerFacts(tx, userId), ids, challenge));
    });
  }

  /** The challenge is used up whatever comes of it; what the browser sent is checked while no connection is held. */
  async add(
    actor: Actor,
    passkey: NewPasskey,
  ): Promise<Result<AddedFactor, PasskeyRefused | PasskeyNameInvalid | TooManyPasskeys>> {
    const userId = ownerOfFactors(actor);
    const name = nameOfPasskey(passkey.name);
    if (name === null) return err({ code: 'PASSKEY_NAME_INVALID' });
    const claim = claimOf(passkey.response);
    if (!userId || !claim) return err({ code: 'PASSKEY_REFUSED' });
    const open = await this.work.write(actor, (tx) => useChallenge(tx, userId, claim.challenge));
    const made = open ? await this.party.verifyCreation(passkey.response, claim.challenge) : null;
    if (!made) return err({ code: 'PASSKEY_REFUSED' });
    return this.work.write(actor, async (tx) => {
      await lockFactorsOf(tx, userId);
      if ((await passkeysOf(tx, userId)).length >= MAX_PASSKEYS)
        return err({ code: 'TOO_MANY_PASSKEYS' } as const);
      const passkeyId = await insert(tx, userId, name, made);
      if (!passkeyId) return err({ code: 'PASSKEY_REFUSED' } as const);
      const facts = { factor: 'passkey', passkeyId };
      tx.audit({ action: 'second-factor.added', target: { kind: 'user', id: userId }, facts });
      return ok(await addedFactor(tx, this.letters, userId, 'PASSKEY_ADDED'));
    });
  }

  async rename(
    actor: Actor,
    id: string,
    typed: string,
  ): Promise<Result<SecondFactors, PasskeyNotFound | PasskeyNameInvalid>> {
    const userId = ownerOfFactors(actor);
    const name = nameOfPasskey(typed);
    if (name === null) return err({ code: 'PASSKEY_NAME_INVALID' });
    if (!userId || !isId(id)) return err({ code: 'PASSKEY_NOT_FOUND' });
    return this.work.write(actor, async (tx) => {
      const renamed = await tx.query(RENAME, [id, userId, name]);
      return renamed.length === 0
        ? err({ code: 'PASSKEY_NOT_FOUND' } as const)
        : ok(await ownFactors(tx, userId));
    });
  }

  async remove(
    actor: Actor,
    id: string,
    proof: ProofOfPassword,
  ): Promise<Result<SecondFactors, Unproved | PasskeyNotFound | LastSecondFactor>> {
    const proved = await this.password.confirm(actor, proof.currentPassword, proof.clientAddress);
    if (!proved.ok) return proved;
    return this.work.write(actor, async (tx) => {
      const userId = owner(actor);
      await lockFactorsOf(tx, userId);
      const removed = isId(id) ? await tx.query(REMOVE, [id, userId]) : [];
      if (removed.length === 0) return err({ code: 'PASSKEY_NOT_FOUND' } as const);
      if (await mustKeepAFactor(tx, userId)) return err({ code: 'LAST_SECOND_FACTOR' } as const);
      const facts = { factor: 'passkey', passkeyId: id };
      tx.audit({ action: 'second-factor.removed', target: { kind: 'user', id: userId }, facts });
      await forgetWithLastFactor(tx, userId);
      await noteFactorChange(tx, this.letters, userId, 'PASSKEY_REMOVED');
      return ok(await ownFactors(tx, userId));
    });
  }
}

async function ownerFacts(tx: Tx, userId: string) {
  const [found] = await tx.query<{ email: string; name: string; settings: BranchSettings }>(OWNER, [userId]);
  if (!found) throw new Error(`The account ${userId} acts and is not there.`);
  const { email, name, settings } = found;
  return { id: userId, email, displayName: name, brand: settings.brand.name };
}

/** @returns null when the key is somebody's already */
async function insert(tx: Tx, userId: string, name: string, made: KeptPasskey): Promise<string | null> {
  const { credentialId, publicKey, counter, transports } = made;
  const [row] = await tx.query<{ id: string }>(INSERT, [
    userId,
    name,
    credentialId,
    publicKey,
    counter,
    transports,
  ]);
  return row?.id ?? null;
}

const OWNER = `
  select person.email, person.first_name || ' ' || person.last_name as name, branch.settings
  from user_account person join branch on branch.id = person.branch_id where person.id = $1`;

const INSERT = `
  insert into passkey (customer_id, branch_id, user_id, name, credential_id, public_key, counter, transports)
  select customer_id, branch_id, id, $2, $3, $4, $5, $6 from user_account where id = $1
  on conflict (credential_id) do nothing returning id`;

const RENAME = `update passkey set name = $3 where id = $1 and user_id = $2 returning 1`;

const REMOVE = `delete from passkey where id = $1 and user_id = $2 returning 1`;
