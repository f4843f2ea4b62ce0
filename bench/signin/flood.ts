import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'undici';

/** Sign-ins that were tried: hashed and found wrong, or sent away because the queue was full. */
export interface Flood {
  readonly waves: number;
  readonly wrong: number;
  readonly refused: number;
}

const AT_ONCE = 100;

const SIGN_IN = `mutation BenchSignIn($input: SignInInput!) {
  signIn(input: $input) { __typename ... on UserError { code } }
}`;

/** A hundred sign-ins at once, the next hundred as soon as those are answered, until it is over. */
export async function flood(pool: Pool, over: AbortSignal): Promise<Flood> {
  let [waves, wrong, refused] = [0, 0, 0];
  while (!over.aborted) {
    const codes = await Promise.all(Array.from({ length: AT_ONCE }, () => signIn(pool)));
    waves += 1;
    wrong += codes.filter((code) => code === 'WRONG_CREDENTIALS').length;
    refused += codes.filter((code) => code === 'SIGN_IN_BUSY').length;
  }
  return { waves, wrong, refused };
}

/** By somebody nobody knows, from an address that was never seen: the product trusts the bench as its proxy. */
async function signIn(pool: Pool): Promise<string | undefined> {
  const input = { email: `${randomUUID()}@flood.example`, password: 'not the password of anybody' };
  const { body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': anyAddress() },
    body: JSON.stringify({ query: SIGN_IN, variables: { input } }),
  });
  const answer = (await body.json()) as { data?: { signIn?: { code?: string } } };
  return answer.data?.signIn?.code;
}

/** Each from a /64 of its own in the range for documentation. */
function anyAddress(): string {
  const [a, b] = [randomBytes(2).toString('hex'), randomBytes(2).toString('hex')];
  return `2001:db8:${a}:${b}::1`;
}
