import { anonymous } from '@platen/platform';
import { statementsOf } from '@platen/testing';
import { anna, branch, collector, rossi, useIdentity } from '../../test/use-identity';

const { tokenOf, resolve, signIn, sql } = useIdentity();

describe('who a request comes from', () => {
  test('one signed-in request costs identity one statement', async () => {
    const sessionToken = await tokenOf();
    expect(await statementsOf(() => resolve({ sessionToken }))).toHaveLength(1);
    expect(await statementsOf(() => resolve({ bearer: collector.key }))).toHaveLength(1);
    expect(await statementsOf(() => resolve({}))).toHaveLength(0);
  });

  test('without credentials: nobody, in the language of the browser', async () => {
    expect(await resolve({ acceptLanguage: 'nl' })).toEqual(anonymous('request-2', 'nl'));
  });

  test.each([
    { sessionToken: '' },
    { sessionToken: 'x'.repeat(43) },
    { bearer: 'ptn_unknown' },
    { bearer: '' },
  ])('credentials that are not ours are refused: %j', async (credentials) =>
    expect(await resolve(credentials)).toBeNull(),
  );

  test('a session token is no key, and a key no session', async () => {
    expect(await resolve({ bearer: (await tokenOf()) ?? undefined })).toBeNull();
    expect(await resolve({ sessionToken: collector.key })).toBeNull();
  });

  test.each([
    ['idle for an hour', `last_used_at = now() - interval '60 minutes'`],
    ['a day old', `expires_at = now(), last_used_at = now()`],
    ['ended', `ended_at = now()`],
  ])('C26 a session that is %s is no more', async (_state, change) => {
    const sessionToken = await tokenOf();
    expect(await resolve({ sessionToken })).not.toBeNull();
    await sql(`update identity.session set ${change}`);
    expect(await resolve({ sessionToken })).toBeNull();
  });

  test('C26 a session lives 24 hours from its sign-in', async () => {
    const { session } = await signIn(anna.email);
    const { rows } = await sql(
      `select expires_at, expires_at - created_at = interval '24 hours' as day from identity.session`,
    );
    expect(rows).toEqual([{ expires_at: new Date((session as { expiresAt: string }).expiresAt), day: true }]);
  });

  test('use is noted at most once a minute, by the same statement', async () => {
    const sessionToken = await tokenOf();
    const lastUsed = async () =>
      (await sql('select last_used_at from identity.session')).rows[0].last_used_at;
    await sql(`update identity.session set last_used_at = now() - interval '30 seconds'`);
    const before = await lastUsed();
    await resolve({ sessionToken });
    expect(await lastUsed()).toEqual(before);
    await sql(`update identity.session set last_used_at = now() - interval '59 minutes'`);
    expect(await statementsOf(() => resolve({ sessionToken }))).toHaveLength(1);
    expect(
      (await sql(`select from identity.session where last_used_at > now() - interval '1 minute'`)).rowCount,
    ).toBe(1);
  });

  test('rights taken away, a deactivated user and another language act at the next request', async () => {
    const sessionToken = await tokenOf();
    expect((await resolve({ sessionToken }))?.rights.has('order:place')).toBe(true);
    await sql(`update identity.role set rights = array_remove(rights, 'order:place')`);
    expect((await resolve({ sessionToken }))?.rights.has('order:place')).toBe(false);
    await sql(`update identity.user_account set locale = 'nl'`);
    expect((await resolve({ sessionToken, acceptLanguage: 'en' }))?.locale).toBe('nl');
    await sql(`update identity.user_account set deactivated_at = now()`);
    expect(await resolve({ sessionToken })).toBeNull();
  });

  test('a right that the product does not know gives nothing', async () => {
    await sql(`update identity.role set rights = array['order:read', 'moon:land']`);
    expect([...((await resolve({ sessionToken: await tokenOf() }))?.rights ?? [])]).toEqual(['order:read']);
  });

  test("C7 a key acts for its customer with its own rights, in the caller's or the branch's language", async () => {
    expect(await resolve({ bearer: collector.key })).toEqual({
      kind: 'collector',
      id: collector.id,
      branchId: branch.id,
      customerId: rossi.id,
      rights: new Set(['telemetry:write']),
      locale: 'it',
      sessionId: null,
      viewedBy: null,
      limits: null,
      requestId: 'request-2',
    });
    expect((await resolve({ bearer: collector.key, acceptLanguage: 'en' }))?.locale).toBe('en');
    const { rows } = await sql(
      `select prefix, last_used_at > now() - interval '1 minute' as used from identity.access_key`,
    );
    expect(rows).toEqual([{ prefix: collector.key.slice(0, 12), used: true }]);
  });

  test.each([
    ['revoked', 'revoked_at = now()'],
    ['expired', 'expires_at = now()'],
  ])('C7 a key that is %s opens nothing', async (_state, change) => {
    await sql(`update identity.access_key set ${change}`);
    expect(await resolve({ bearer: collector.key })).toBeNull();
  });
});
