import { statementsOf } from '@platen/testing';
import { administrator, useKeys } from '../../test/use-keys';

const { made, rotate, revoke, resolve, issue, sql } = useKeys();

/** A token for a new key. */
async function exchanged(scopes: string[] | null = null) {
  const key = await made();
  const issued = await issue(key.id, key.secret, scopes);
  if ('error' in issued) throw new Error(issued.error);
  return { key, ...issued };
}

describe('RFC 6749 section 4.4: a token for a key', () => {
  test('it may do what the key may, for fifteen minutes, and is stored hashed', async () => {
    const { key, token, expiresInSeconds, scopes } = await exchanged();
    expect(token).toMatch(/^pta_[\w-]{43}$/);
    expect([expiresInSeconds, scopes]).toEqual([900, ['order:read', 'order:place']]);
    expect(await resolve(token)).toMatchObject({
      kind: 'partner',
      id: key.id,
      customerId: administrator.customerId,
      rights: new Set(['order:read', 'order:place']),
    });
    const { rows } = await sql(
      `select t::text as row, expires_at - created_at = interval '15 minutes' as quarter from identity.access_token t`,
    );
    expect(rows[0].row).not.toContain(token.slice(4));
    expect(rows[0].quarter).toBe(true);
  });

  test('one request costs identity one statement, by key or by token', async () => {
    const { key, token } = await exchanged();
    expect(await statementsOf(() => resolve(key.secret))).toHaveLength(1);
    expect(await statementsOf(() => resolve(token))).toHaveLength(1);
  });

  test('it may ask for less', async () => {
    const { token, scopes } = await exchanged(['order:read']);
    expect(scopes).toEqual(['order:read']);
    expect((await resolve(token))?.rights).toEqual(new Set(['order:read']));
  });

  test('use of a token is use of its key', async () => {
    const { token } = await exchanged();
    await sql('update identity.access_key set last_used_at = null');
    await resolve(token);
    expect((await sql('select last_used_at from identity.access_key')).rows[0].last_used_at).not.toBeNull();
  });

  test('C7 a token is no key: it can be exchanged for nothing', async () => {
    const { key, token } = await exchanged();
    expect(await issue(key.id, token)).toEqual({ error: 'invalid_client' });
  });

  test.each([
    ['more than the key may', ['order:read', 'ticket:read']],
    ['what nobody knows', ['moon:land']],
    ['nothing', []],
  ])('refused: %s', async (_what, scopes) => {
    const key = await made();
    expect(await issue(key.id, key.secret, scopes)).toEqual({ error: 'invalid_scope' });
    expect((await sql('select from identity.access_token')).rowCount).toBe(0);
  });

  test("refused: a key that is not the client's, unknown or misspelt", async () => {
    const [one, other] = [await made(), await made()];
    const attempts = [
      [one.id, other.secret],
      [one.id, ''],
      ['x', one.secret],
      ['', ''],
      ['00000000-0000-7000-8000-00000000dead', one.secret],
    ] as const;
    for (const [id, secret] of attempts) expect(await issue(id, secret)).toEqual({ error: 'invalid_client' });
    expect((await sql('select from identity.access_token')).rowCount).toBe(0);
  });

  test('C7 a token dies with its key, at once', async () => {
    const { key, token } = await exchanged();
    await revoke(administrator, key.id);
    expect(await resolve(token)).toBeNull();
    expect(await issue(key.id, key.secret)).toEqual({ error: 'invalid_client' });
  });

  test('C7 a token lives through the overlap of a rotation and not longer', async () => {
    const { key, token } = await exchanged();
    await rotate(administrator, key.id, 1);
    expect(await resolve(token)).not.toBeNull();
    await sql(`update identity.access_key set expires_at = now() where id = '${key.id}'`);
    expect(await resolve(token)).toBeNull();
  });

  test('a token ends by itself, and is forgotten when the next one is made', async () => {
    const { key, token } = await exchanged();
    await sql('update identity.access_token set expires_at = now()');
    expect(await resolve(token)).toBeNull();
    await issue(key.id, key.secret);
    expect((await sql('select from identity.access_token')).rowCount).toBe(1);
  });

  test('C5 a right taken from the key is gone from its tokens', async () => {
    const { token } = await exchanged();
    await sql(`update identity.access_key set rights = array['order:read']`);
    expect((await resolve(token))?.rights).toEqual(new Set(['order:read']));
  });
});
