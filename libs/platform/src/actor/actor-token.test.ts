import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import { type Actor, anonymous } from './actor';
import { BadActorToken, signActor, verifyActor } from './actor-token';

const secret = 'a-secret-that-only-tests-ever-know-0123456789';
const elena: Actor = {
  ...anonymous('request-1', 'it'),
  kind: 'user',
  id: '00000000-0000-7000-8000-000000000001',
  customerId: '00000000-0000-7000-8000-0000000000c1',
  branchId: '00000000-0000-7000-8000-0000000000b1',
  rights: new Set(['device:read', 'order:read']),
  sessionId: 'session-1',
};

describe('C4 the token between processes', () => {
  test('carries the whole actor', async () => {
    expect(await verifyActor(await signActor(elena, 'fleet', secret), 'fleet', secret)).toEqual(elena);
  });

  test('carries nobody, too', async () => {
    const nobody = anonymous('request-2', 'nl');
    expect(await verifyActor(await signActor(nobody, 'billing', secret), 'billing', secret)).toEqual(nobody);
  });

  test('T3 lives at most a minute', async () => {
    const { exp = 0, iat = 0 } = decodeJwt(await signActor(elena, 'fleet', secret));
    expect(exp - iat).toBe(60);
  });

  const minutes = (count: number) => Math.floor(Date.now() / 1000) + count * 60;
  const claims = { kind: 'staff', rights: [], locale: 'it', requestId: 'r' };
  const refused: [string, () => Promise<string>][] = [
    ['nothing', async () => ''],
    ['no token at all', async () => 'not.a.token'],
    ['another audience', () => signActor(elena, 'ordering', secret)],
    ['another key', () => signActor(elena, 'fleet', `${secret}x`)],
    [
      'alg none',
      async () =>
        new UnsecuredJWT(claims).setAudience('fleet').setIssuedAt().setExpirationTime('60s').encode(),
    ],
    [
      'a changed tenant',
      async () => {
        const [head, body = '', signature] = (await signActor(elena, 'fleet', secret)).split('.');
        const changed = {
          ...JSON.parse(Buffer.from(body, 'base64url').toString()),
          customerId: '00000000-0000-7000-8000-0000000000c2',
        };
        return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
      },
    ],
  ];
  test.each(refused)('T3 refuses %s', async (_, token) => {
    await expect(verifyActor(await token(), 'fleet', secret)).rejects.toThrow(BadActorToken);
  });

  test.each([
    ['expired', minutes(-3), minutes(-2)],
    ['issued too long ago, though not expired', minutes(-5), minutes(60)],
    ['issued in the future', minutes(10), minutes(11)],
  ])('T3 refuses a token %s, signed with the right key', async (_, issuedAt, expiresAt) => {
    const { hkdfSync } = await import('node:crypto');
    const key = new Uint8Array(hkdfSync('sha256', secret, '', 'platen subgraph fleet', 32));
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('fleet')
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(key);
    await expect(verifyActor(token, 'fleet', secret)).rejects.toThrow(BadActorToken);
  });
});
