import { type Actor, anonymous } from '@platen/platform';
import { statementsOf } from '@platen/testing';
import { password } from '../../test/factories';
import { lettersIn, runJobs, tokenIn } from '../../test/letterbox';
import { anna, giulia, stranger, useIdentity } from '../../test/use-identity';
import { answerResetRequest, sendPasswordReset } from './own-password.jobs';

const identity = useIdentity();
const { ask, refusal, resolve, sql, tokenOf } = identity;
const better = 'una frase che ricordo';

const CHANGE = `mutation ($input: ChangeMyPasswordInput!) { changeMyPassword(input: $input) { __typename
  ... on ChangeMyPasswordSuccess { ok } ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const REQUEST = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename
  ... on RequestPasswordResetSuccess { ok } ... on InvalidInputError { fields { path message } }
  ... on UserError { code } } }`;
const SET = `mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename
  ... on SetPasswordSuccess { ok } ... on InvalidInputError { fields { path } } ... on UserError { code } } }`;

type Answer = Record<string, unknown>;
const signedIn = async (): Promise<Actor> => (await resolve({ sessionToken: await tokenOf() })) ?? stranger;
const change = async (actor: Actor, input: Record<string, string>) =>
  (await ask(actor, CHANGE, { input })).data?.changeMyPassword as Answer;
const request = async (email: string, address?: string) =>
  (await ask(stranger, REQUEST, { input: { email } }, address)).data?.requestPasswordReset as Answer;
const set = async (token: string, typed = better) =>
  (await ask(stranger, SET, { input: { token, password: typed } })).data?.setPassword as Answer;
const post = () =>
  runJobs<{ userId: string | null }>(sql, identity.asSystem, sendPasswordReset.name, (tx, payload) =>
    answerResetRequest(tx, identity.letters(), payload),
  );
/** Asks for a link and takes it out of the letter. */
const link = async (email = anna.email) => {
  await request(email);
  await post();
  return tokenIn(sql, 'password-reset');
};
const hashOf = async (id: string) =>
  (await sql(`select password_hash from identity.user_account where id = '${id}'`)).rows[0].password_hash;
const audited = async () =>
  (
    await sql(`select payload->>'action' as action from identity.outbox
    where name = 'platform.audit-entry.recorded.v1' order by id`)
  ).rows.map(({ action }) => action);

describe('R3 changing the own password', () => {
  test('needs the present one, ends all other sessions, and a letter says so', async () => {
    const [mine, another] = [await tokenOf(), await tokenOf()];
    const actor = (await resolve({ sessionToken: mine })) ?? stranger;
    await sql('delete from identity.outbox');
    expect(await change(actor, { currentPassword: password, newPassword: better })).toEqual({
      __typename: 'ChangeMyPasswordSuccess',
      ok: true,
    });
    expect(await resolve({ sessionToken: mine })).not.toBeNull();
    expect(await resolve({ sessionToken: another })).toBeNull();
    expect([await refusal(anna.email), await refusal(anna.email, better)]).toEqual([
      'WRONG_CREDENTIALS',
      null,
    ]);
    expect(await lettersIn(sql)).toEqual([
      {
        name: 'password-changed',
        to: anna.email,
        locale: 'it',
        values: {},
        path: '/forgotten-password',
        token: null,
      },
    ]);
    expect(await audited()).toContain('password.changed');
  });

  test.each([
    ['another present one', 'not this at all', better, 'WRONG_PASSWORD', 'currentPassword'],
    ['nothing', '', '', 'PASSWORD_TOO_SHORT', 'newPassword'],
    ['the present one again', password, password, 'PASSWORD_SAME', 'newPassword'],
    ['a common one', password, 'password12345678', 'PASSWORD_COMMON', 'newPassword'],
    ['the organisation', password, 'Rossi S.p.A. Rossi', 'PASSWORD_GUESSABLE', 'newPassword'],
    ['a megabyte', password, 'x'.repeat(1_000_000), 'PASSWORD_TOO_LONG', 'newPassword'],
  ])(
    'C20 %s is refused at its field, and nothing changes',
    async (_what, currentPassword, newPassword, code, path) => {
      const actor = await signedIn();
      const before = await hashOf(anna.id);
      expect(await change(actor, { currentPassword, newPassword })).toMatchObject({
        code,
        fields: [{ path }],
      });
      expect(await hashOf(anna.id)).toBe(before);
      expect(await lettersIn(sql)).toEqual([]);
    },
  );

  test('the refusal is in the language of the user, and says how long a password has to be', async () => {
    const actor = { ...(await signedIn()), locale: 'it' as const };
    expect(await change(actor, { currentPassword: password, newPassword: 'corta' })).toMatchObject({
      message: 'Scelga almeno 15 caratteri. Una frase che ricorda va bene.',
    });
  });

  test('C22 the present one cannot be guessed from an open session', async () => {
    const actor = await signedIn();
    const codes: unknown[] = [];
    for (let i = 0; i < 11; i++)
      codes.push((await change(actor, { currentPassword: `guess ${i}`, newPassword: better })).code);
    expect(codes).toEqual([...Array<string>(10).fill('WRONG_PASSWORD'), 'TOO_MANY_ATTEMPTS']);
    expect(await refusal(anna.email)).toBeNull();
  });

  test('two changes at once from one password: one of them wins', async () => {
    const actor = await signedIn();
    const answers = await Promise.all(
      ['la prima frase che ricordo', 'la seconda frase che ricordo'].map((newPassword) =>
        change(actor, { currentPassword: password, newPassword }),
      ),
    );
    expect(answers.map(({ code }) => code ?? 'ok').sort()).toEqual(['WRONG_PASSWORD', 'ok']);
    expect(await lettersIn(sql)).toHaveLength(1);
  });

  test('who looks through the eyes of somebody changes nothing, nor does a stranger', async () => {
    const actor = await signedIn();
    const input = { currentPassword: password, newPassword: better };
    const before = await hashOf(anna.id);
    const watched = await ask({ ...actor, viewedBy: giulia.id }, CHANGE, { input });
    const strange = await ask(stranger, CHANGE, { input });
    expect(watched.data).toBeNull();
    expect(strange.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await hashOf(anna.id)).toBe(before);
  });
});

describe('R4 asking for a new password', () => {
  test('writes to the owner, whatever the case of the address, and changes nothing yet', async () => {
    const before = await hashOf(anna.id);
    expect(await request(anna.email.toUpperCase())).toEqual({
      __typename: 'RequestPasswordResetSuccess',
      ok: true,
    });
    expect(await lettersIn(sql)).toEqual([]);
    await post();
    expect(await lettersIn(sql)).toMatchObject([
      {
        name: 'password-reset',
        to: anna.email,
        path: '/set-password',
        token: expect.stringMatching(/^.{43}$/),
      },
    ]);
    expect(await hashOf(anna.id)).toBe(before);
    expect(await audited()).toEqual(['password.reset-requested']);
  });

  test('C23 known, unknown and closed accounts get the same answer by the same statements', async () => {
    await sql(`update identity.user_account set deactivated_at = now() where id = '${giulia.id}'`);
    const answers: unknown[] = [];
    const work: string[][] = [];
    for (const email of [anna.email, 'nobody@rossi.example', giulia.email])
      work.push(await statementsOf(async () => answers.push(await request(email))));
    expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
    expect(work.slice(1)).toEqual([work[0], work[0]]);
    await post();
    expect((await lettersIn(sql)).map(({ to }) => to)).toEqual([anna.email]);
  });

  test.each([
    ['nothing', ''],
    ['a header', 'anna@rossi.example\r\nBcc: x@evil.example'],
    ['a NUL', 'anna\0@rossi.example'],
    ['an emoji', '😀@rossi.example'],
    ['a megabyte', `${'a'.repeat(1_000_000)}@rossi.example`],
  ])('an address of %s is refused at its field, and nobody is written to', async (_what, email) => {
    expect(await request(email)).toMatchObject({ code: 'EMAIL_INVALID', fields: [{ path: 'email' }] });
    await post();
    expect(await lettersIn(sql)).toEqual([]);
  });

  test('C22 ten times an address, known or not; signing in is counted apart', async () => {
    for (const email of [anna.email, 'nobody@rossi.example']) {
      const codes: unknown[] = [];
      for (let i = 0; i < 11; i++) codes.push((await request(email, `192.0.2.${i}`)).code ?? 'ok');
      expect(codes).toEqual([...Array<string>(10).fill('ok'), 'TOO_MANY_ATTEMPTS']);
    }
    await post();
    expect(await lettersIn(sql)).toHaveLength(10);
    expect(await refusal(anna.email)).toBeNull();
  });
});

describe('R2 setting a password by a link', () => {
  test('the new one opens the account, every session has ended, and a letter says so', async () => {
    const session = await tokenOf();
    const token = await link();
    expect(await set(token)).toEqual({ __typename: 'SetPasswordSuccess', ok: true });
    expect(await resolve({ sessionToken: session })).toBeNull();
    expect([await refusal(anna.email), await refusal(anna.email, better)]).toEqual([
      'WRONG_CREDENTIALS',
      null,
    ]);
    expect((await lettersIn(sql)).map(({ name }) => name)).toEqual(['password-reset', 'password-changed']);
    expect(await audited()).toContain('password.reset');
  });

  test('T4 C24 twenty at once, one wins', async () => {
    const token = await link();
    const phrases = Array.from({ length: 20 }, (_, index) => `frase numero ${index} che ricordo`);
    const answers = await Promise.all(phrases.map((phrase) => set(token, phrase)));
    const winners = phrases.filter((_, index) => answers[index]?.ok === true);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'LINK_INVALID')).toHaveLength(19);
    expect(await refusal(anna.email, winners[0])).toBeNull();
    expect((await lettersIn(sql)).filter(({ name }) => name === 'password-changed')).toHaveLength(1);
  });

  test('C24 the older of two links is dead, and so is a used one', async () => {
    const [older, newer] = [await link(), await link()];
    expect(await set(older)).toMatchObject({ code: 'LINK_INVALID' });
    expect(await set(newer)).toMatchObject({ ok: true });
    expect(await set(newer, 'ancora un’altra frase')).toMatchObject({ code: 'LINK_INVALID' });
    expect(await refusal(anna.email, better)).toBeNull();
  });

  test.each([
    ['nothing', ''],
    ['another one', 'x'.repeat(43)],
    ['a NUL', 'a\0b'],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ])('a token of %s is dead', async (_what, token) => {
    expect(await set(token)).toMatchObject({ code: 'LINK_INVALID' });
  });

  test('a link that is too old, or of a closed account, is dead', async () => {
    const token = await link();
    await sql(`update identity.user_account set deactivated_at = now() where id = '${anna.id}'`);
    expect(await set(token)).toMatchObject({ code: 'LINK_INVALID' });
    await sql(`update identity.user_account set deactivated_at = null where id = '${anna.id}'`);
    await sql(`update identity.one_time_token set expires_at = now()`);
    expect(await set(token)).toMatchObject({ code: 'LINK_INVALID' });
    expect(await refusal(anna.email)).toBeNull();
  });

  test('a bad password does not use the link up; a megabyte is refused without being hashed', async () => {
    const token = await link();
    const statements = await statementsOf(async () => {
      expect(await set(token, 'x'.repeat(1_000_000))).toMatchObject({
        code: 'PASSWORD_TOO_LONG',
        fields: [{ path: 'password' }],
      });
    });
    expect(statements.join()).not.toContain('update');
    expect(await set(token, 'corta')).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    expect(await set(token, '😀🐙🎈🌍🍕🚲🎷🌵🐝🔑📎🧊🪁🦊🎲')).toMatchObject({ ok: true });
    expect(await refusal(anna.email, '😀🐙🎈🌍🍕🚲🎷🌵🐝🔑📎🧊🪁🦊🎲')).toBeNull();
  });

  test('who never had one sets the first, and an account that guesses had locked opens again', async () => {
    await sql(`update identity.user_account set password_hash = null where id = '${anna.id}'`);
    for (let i = 0; i < 11; i++) await refusal(anna.email, 'guess', { address: `198.51.100.${i}` });
    expect(await set(await link())).toMatchObject({ ok: true });
    expect(await refusal(anna.email, better)).toBeNull();
  });

  test('T13 no letter, job or log entry holds a token in clear', async () => {
    const token = await link();
    const { rows } = await sql(`select string_agg(t::text, ' ') as everything from (
      select m::text from identity.mail m union all select o::text from identity.outbox o
      union all select k::text from identity.one_time_token k) t`);
    expect(rows[0].everything).not.toContain(token);
  });

  test('refusals are in the language of the page', async () => {
    const answer = await ask(anonymous('request', 'nl'), SET.replace('code }', 'code message }'), {
      input: { token: 'x', password: better },
    });
    expect(answer.data?.setPassword).toMatchObject({
      message: 'Deze link werkt niet meer: hij is gebruikt, door een nieuwere vervangen of te oud.',
    });
  });
});
