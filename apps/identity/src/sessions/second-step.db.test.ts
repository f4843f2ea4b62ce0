import { anna, branch, rossi } from '../../test/use-identity';
import { codeOf, useSecondFactors } from '../../test/use-second-factors';

const { actorOf, addApp, addKey, firstStep, secondStep, resolve, refusal, sql, mails, audited } =
  useSecondFactors();

/** As after a minute: the same codes may be shown again. */
const forgetSteps = () => sql('update identity.authenticator_app set last_step = 0');
const sessions = async () => (await sql('select from identity.session')).rowCount;

describe('C21 the second step of signing in', () => {
  test('the right password alone opens nothing, with the code of the app it opens a session', async () => {
    const { secret } = await addApp(await actorOf());
    const before = await sessions();
    const asked = await firstStep();
    expect(asked).toMatchObject({
      __typename: 'SecondFactorRequired',
      methods: ['AUTHENTICATOR_APP', 'RECOVERY_CODE'],
      passkeyOptions: null,
    });
    expect(asked.session).toBeUndefined();
    expect(await sessions()).toBe(before);
    const done = await secondStep({
      challenge: asked.challenge,
      code: codeOf(secret, 1),
      userAgent: 'Firefox',
    });
    expect(done).toMatchObject({ __typename: 'SignInSuccess' });
    expect(await resolve({ sessionToken: done.session?.token })).toMatchObject({ id: anna.id });
    const { rows } = await sql(
      `select user_agent, address from identity.session where user_agent is not null`,
    );
    expect(rows).toEqual([{ user_agent: 'Firefox', address: '192.0.2.1' }]);
    expect((await audited()).at(-1)).toMatchObject({
      action: 'session.opened',
      actor: { kind: 'user', id: anna.id },
      customerId: rossi.id,
      branchId: branch.id,
      facts: { method: 'authenticator-app' },
    });
  });

  test('a code is used once, and a wrong one is in the log of the organisation', async () => {
    const { secret } = await addApp(await actorOf());
    const code = codeOf(secret, 1);
    expect(await secondStep({ challenge: (await firstStep()).challenge, code })).toMatchObject({
      __typename: 'SignInSuccess',
    });
    const again = await secondStep({ challenge: (await firstStep()).challenge, code });
    expect(again).toMatchObject({ code: 'WRONG_CODE', message: expect.stringContaining('not right') });
    expect(again.session).toBeUndefined();
    expect((await audited()).at(-1)).toMatchObject({
      action: 'session.refused',
      target: { kind: 'user', id: anna.id },
      customerId: rossi.id,
    });
  });

  test('twenty at once with one code, over four challenges: one wins', async () => {
    const { secret } = await addApp(await actorOf());
    const challenges = await Promise.all(
      Array.from({ length: 4 }, async () => (await firstStep()).challenge),
    );
    const code = codeOf(secret, 1);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => secondStep({ challenge: challenges[at % 4], code })),
    );
    expect(answers.filter(({ session }) => session)).toHaveLength(1);
  });

  test('a challenge opens one session', async () => {
    const { secret } = await addApp(await actorOf());
    const { challenge } = await firstStep();
    await secondStep({ challenge, code: codeOf(secret, 1) });
    await forgetSteps();
    expect(await secondStep({ challenge, code: codeOf(secret, 1) })).toMatchObject({
      code: 'SIGN_IN_EXPIRED',
    });
  });

  test('after five tries a challenge is worth nothing, the right code neither', async () => {
    const { secret } = await addApp(await actorOf());
    const { challenge } = await firstStep();
    for (let tries = 0; tries < 5; tries++)
      expect(await secondStep({ challenge, code: '000000' })).toMatchObject({ code: 'WRONG_CODE' });
    expect(await secondStep({ challenge, code: codeOf(secret, 1) })).toMatchObject({
      code: 'SIGN_IN_EXPIRED',
    });
  });

  test('C22 wrong codes count against the account, and right passwords between them do not help', async () => {
    const { secret } = await addApp(await actorOf());
    for (const wrong of [5, 4, 1]) {
      const { challenge } = await firstStep();
      for (let tries = 0; tries < wrong; tries++)
        expect(await secondStep({ challenge, code: '000000' })).toMatchObject({ code: 'WRONG_CODE' });
      if (wrong > 1) continue;
      const right = await secondStep({ challenge, code: codeOf(secret, 1) }, { address: '192.0.2.99' });
      expect(right).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    }
    expect(await refusal(anna.email, undefined, { address: '192.0.2.98' })).toBe('TOO_MANY_ATTEMPTS');
  });

  test.each([
    ['too old', `update identity.sign_in_challenge set expires_at = now()`],
    ['for another password', `update identity.user_account set password_hash = password_hash || ' '`],
    ['of somebody deactivated', `update identity.user_account set deactivated_at = now()`],
    ['unknown', `delete from identity.sign_in_challenge`],
  ])('a challenge that is %s opens nothing, and says no more', async (_what, change) => {
    const { secret } = await addApp(await actorOf());
    const { challenge } = await firstStep();
    const before = await sessions();
    await sql(change);
    const answer = await secondStep({ challenge, code: codeOf(secret, 1) });
    expect(answer).toEqual({
      __typename: 'SignInExpiredError',
      code: 'SIGN_IN_EXPIRED',
      message: 'This sign-in took too long or was tried too often. Please begin again.',
      session: undefined,
    });
    expect(await sessions()).toBe(before);
  });

  test.each(['', 'x', '\0', '😀', 'x'.repeat(100_000)])('%.10j is no challenge', async (challenge) => {
    expect(await secondStep({ challenge, code: '123456' })).toMatchObject({ code: 'SIGN_IN_EXPIRED' });
  });

  test('a recovery code works once, however it is typed, and its owner is told', async () => {
    const { recoveryCodes } = await addApp(await actorOf());
    const [code = ''] = recoveryCodes;
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const before = (await mails()).length;
    expect(await secondStep({ challenge: (await firstStep()).challenge, recoveryCode: typed })).toMatchObject(
      {
        __typename: 'SignInSuccess',
      },
    );
    expect((await mails()).slice(before)).toMatchObject([
      { recipient: anna.email, template: 'second-factor-changed' },
    ]);
    expect(await secondStep({ challenge: (await firstStep()).challenge, recoveryCode: code })).toMatchObject({
      code: 'WRONG_CODE',
    });
    expect(await mails()).toHaveLength(before + 1);
  });

  test('twenty at once with one recovery code: one wins', async () => {
    const { recoveryCodes } = await addApp(await actorOf());
    const challenges = await Promise.all(
      Array.from({ length: 4 }, async () => (await firstStep()).challenge),
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        secondStep({ challenge: challenges[at % 4], recoveryCode: recoveryCodes[0] }),
      ),
    );
    expect(answers.filter(({ session }) => session)).toHaveLength(1);
  });

  test('a passkey takes the second step, once for a challenge', async () => {
    const { key } = await addKey(await actorOf());
    const { challenge, methods, passkeyOptions } = await firstStep();
    expect(methods).toEqual(['PASSKEY', 'RECOVERY_CODE']);
    const passkey = key.get(passkeyOptions ?? '', { verified: false });
    expect(await secondStep({ challenge, passkey })).toMatchObject({ __typename: 'SignInSuccess' });
    const other = await firstStep();
    expect(await secondStep({ challenge: other.challenge, passkey })).toMatchObject({ code: 'WRONG_CODE' });
    const late = key.get(other.passkeyOptions ?? '');
    expect(await secondStep({ challenge: other.challenge, passkey: late })).toMatchObject({
      code: 'WRONG_CODE',
    });
  });

  test('two proofs in one request are none, and are not counted', async () => {
    const { secret, recoveryCodes } = await addApp(await actorOf());
    const { challenge } = await firstStep();
    for (const proof of [{}, { code: codeOf(secret, 1), recoveryCode: recoveryCodes[0] }])
      expect(await secondStep({ challenge, ...proof })).toMatchObject({ code: 'WRONG_CODE' });
    const { rows } = await sql('select attempts from identity.sign_in_challenge');
    expect(rows).toEqual([{ attempts: 0 }]);
  });

  test('C26 T6 the session that the same browser had before ends', async () => {
    const before = await actorOf();
    const { secret } = await addApp(before);
    const { challenge } = await firstStep();
    const done = await secondStep({ challenge, code: codeOf(secret, 1) }, { actor: before });
    expect(done.session).toBeDefined();
    const { rows } = await sql(
      `select ended_at is not null as ended from identity.session where id = '${before.sessionId}'`,
    );
    expect(rows).toEqual([{ ended: true }]);
  });

  test('no code, seed or challenge is stored in clear', async () => {
    const { secret, recoveryCodes } = await addApp(await actorOf());
    const { challenge } = await firstStep();
    const { rows } = await sql(
      `select (select string_agg(a::text, '') from identity.authenticator_app a)
           || (select string_agg(r::text, '') from identity.recovery_code r)
           || (select string_agg(c::text, '') from identity.sign_in_challenge c)
           || (select string_agg(o::text, '') from identity.outbox o)
           || (select string_agg(m::text, '') from identity.mail m) as everything`,
    );
    for (const hidden of [secret, challenge, ...recoveryCodes])
      expect(rows[0].everything).not.toContain(hidden);
  });

  test('who has no second factor signs in as before', async () => {
    expect(await firstStep()).toMatchObject({ __typename: 'SignInSuccess' });
  });
});
