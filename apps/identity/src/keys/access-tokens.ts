import type { Right } from '@platen/contracts';
import { type AccessTokens, type UnitOfWork, isId, system } from '@platen/platform';
import { hashToken } from '../sessions/secret-token';
import { scopesAmong } from './check-key-input';
import { newAccessToken } from './new-secret';

/** Life of a token that a key was exchanged for. */
const LIFE_SECONDS = 15 * 60;

/**
 * Exchanges a key for a bearer token of short life, which may do what the key may or less (RFC 6749 section 4.4). The
 * tenant is what the key tells, so this runs as the system and is scoped by the hash of the key alone.
 */
export function accessTokens(work: UnitOfWork): AccessTokens {
  return {
    issue: ({ clientId, clientSecret, scopes, requestId }) =>
      work.write(system(requestId), async (tx) => {
        if (!isId(clientId)) return { error: 'invalid_client' };
        const [key] = await tx.query<{ rights: Right[] }>(KEY, [clientId, hashToken(clientSecret)]);
        if (!key) return { error: 'invalid_client' };
        const rights = scopes === null ? key.rights : scopesAmong(key.rights, scopes);
        if (!rights || rights.length === 0) return { error: 'invalid_scope' };
        const token = newAccessToken();
        await tx.query(FORGET, [clientId]);
        await tx.query(ISSUE, [clientId, hashToken(token), rights, LIFE_SECONDS]);
        return { token, expiresInSeconds: LIFE_SECONDS, scopes: rights };
      }),
  };
}

const KEY = `
  select rights from access_key
  where id = $1 and key_hash = $2 and revoked_at is null and (expires_at is null or expires_at > now())`;

const FORGET = 'delete from access_token where key_id = $1 and expires_at <= now()';

const ISSUE = `
  insert into access_token (customer_id, branch_id, key_id, token_hash, rights, expires_at)
  select customer_id, branch_id, id, $2, $3, now() + make_interval(secs => $4::int) from access_key where id = $1`;
