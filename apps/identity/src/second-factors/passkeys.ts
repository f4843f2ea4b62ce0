import type { Tx } from '@platen/platform';
import { newToken } from '../sessions/secret-token';
import { CHALLENGE_LIFE, type KeptPasskey, type RelyingParty } from './relying-party';

/** A passkey and whose it is. */
export interface OwnedPasskey extends KeptPasskey {
  readonly id: string;
  readonly userId: string;
}

/** Something new to be signed. @param userId  null: whoever signs in. @returns 256 random bits, base64url */
export async function issueChallenge(tx: Tx, userId: string | null): Promise<string> {
  const challenge = newToken();
  await tx.query(ISSUE, [userId, challenge]);
  return challenge;
}

/** Uses a challenge up. @param userId  null: one of a sign-in. @returns whether it was open */
export async function useChallenge(tx: Tx, userId: string | null, challenge: string): Promise<boolean> {
  return (await tx.query(USE_CHALLENGE, [challenge, userId])).length === 1;
}

/** The passkeys of a person, oldest first. */
export function passkeysOf(tx: Tx, userId: string): Promise<OwnedPasskey[]> {
  return tx.query<OwnedPasskey>(`select ${COLUMNS} from passkey where user_id = $1 order by id`, [userId]);
}

/**
 * Lets a passkey prove whose it is, and notes the use. Two answers of one key come one after the other, so that its
 * counter cannot be used twice.
 * @param userId  null: whoever owns it
 * @returns null when it proves nothing
 */
export async function usePasskey(
  tx: Tx,
  party: RelyingParty,
  answer: { readonly text: string; readonly credentialId: string; readonly challenge: string },
  userId: string | null,
): Promise<OwnedPasskey | null> {
  const [passkey] = await tx.query<OwnedPasskey>(LOCK, [answer.credentialId, userId]);
  if (!passkey) return null;
  const counter = await party.verifyRequest(answer.text, answer.challenge, passkey, {
    verified: userId === null,
  });
  if (counter === null) return null;
  await tx.query('update passkey set counter = $2, last_used_at = now() where id = $1', [
    passkey.id,
    counter,
  ]);
  return passkey;
}

const COLUMNS = `id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey",
  counter::float8 as counter, transports`;

const ISSUE = `
  insert into passkey_challenge (customer_id, branch_id, user_id, challenge, expires_at)
  select person.customer_id, person.branch_id, person.id, $2, now() + interval '${CHALLENGE_LIFE}'
  from (select 1) one left join user_account person on person.id = $1::uuid`;

const USE_CHALLENGE = `
  update passkey_challenge set used_at = now()
  where challenge = $1 and user_id is not distinct from $2::uuid and used_at is null and expires_at > now()
  returning 1`;

const LOCK = `
  select ${COLUMNS} from passkey
  where credential_id = $1 and ($2::uuid is null or user_id = $2) for no key update`;
