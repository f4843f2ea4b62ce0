import type { Actor } from '@platen/platform';
import { password } from '../../test/factories';
import { lettersIn, tokenIn } from '../../test/letterbox';
import { anna, giulia, stranger, useIdentity } from '../../test/use-identity';

const identity = useIdentity();
const { ask, refusal, resolve, sql, tokenOf } = identity;

const REQUEST = `mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { __typename
  ... on RequestEmailChangeSuccess { newEmail } ... on InvalidInputError { fields { path message } }
  ... on UserError { code } } }`;
const CONFIRM = `mutation ($input: EmailLinkInput!) { confirmEmailChange(input: $input) { __typename
  ... on ConfirmEmailChangeSuccess { email } ... on UserError { code } } }`;
const UNDO = `mutation ($input: EmailLinkInput!) { undoEmailChange(input: $input) { __typename
  ... on UndoEmailChangeSuccess { email } ... on UserError { code } } }`;

type Answer = Record<string, unknown>;
const signedIn = async (email = anna.email): Promise<Actor> =>
  (await resolve({ sessionToken: await tokenOf(email) })) ?? stranger;
const request = async (actor: Actor, newEmail: string, currentPassword = password) =>
  (await ask(actor, REQUEST, { input: { newEmail, currentPassword } })).data?.requestEmailChange as Answer;
const confirm = async (token: string) =>
  (await ask(stranger, CONFIRM, { input: { token } })).data?.confirmEmailChange as Answer;
const undo = async (token: string) =>
  (await ask(stranger, UNDO, { input: { token } })).data?.undoEmailChange as Answer;
const emailOf = async (id: string) =>
  (await sql(`select email from identity.user_account where id = '${id}'`)).rows[0].email;
const audited = async () =>
  (
    await sql(`select payload->>'action' as action from identity.outbox
    where name = 'platform.audit-entry.recorded.v1' and payload->>'action' like 'email.%' order by id`)
  ).rows.map(({ action }) => action);
const next = 'anna@verdi.example';

describe('R6 C25 another address', () => {
  test('both addresses are written to; the old one stays the sign-in name until the new one is confirmed', async () => {
    expect(await request(await signedIn(), ` ${next} `)).toEqual({
      __typename: 'RequestEmailChangeSuccess',
      newEmail: next,
    });
    expect(await lettersIn(sql)).toMatchObject([
      { name: 'email-confirm', to: next, path: '/confirm-email', token: expect.any(String) },
      { name: 'email-change-notice', to: anna.email, path: '/undo-email', values: { newEmail: next } },
    ]);
    expect([await refusal(anna.email), await refusal(next)]).toEqual([null, 'WRONG_CREDENTIALS']);
    expect(await confirm(await tokenIn(sql, 'email-confirm'))).toEqual({
      __typename: 'ConfirmEmailChangeSuccess',
      email: next,
    });
    expect([await refusal(anna.email), await refusal(next)]).toEqual(['WRONG_CREDENTIALS', null]);
    expect((await lettersIn(sql)).at(-1)).toMatchObject({ name: 'email-changed', to: next });
    expect(await audited()).toEqual(['email.change-requested', 'email.changed']);
  });

  test.each([
    ['no address', 'anna', password, 'EMAIL_INVALID', 'newEmail'],
    ['a second header', 'anna@verdi.example\r\nBcc: x@evil.example', password, 'EMAIL_INVALID', 'newEmail'],
    ['a mark of direction', 'anna@verdi\u202e.example', password, 'EMAIL_INVALID', 'newEmail'],
    ['a megabyte', `${'a'.repeat(1_000_000)}@verdi.example`, password, 'EMAIL_INVALID', 'newEmail'],
    ['the present one', anna.email.toUpperCase(), password, 'EMAIL_SAME', 'newEmail'],
    ['another password', next, 'not this at all', 'WRONG_PASSWORD', 'currentPassword'],
  ])('%s is refused at its field, and nobody is written to', async (_what, email, typed, code, path) => {
    expect(await request(await signedIn(), email, typed)).toMatchObject({ code, fields: [{ path }] });
    expect(await lettersIn(sql)).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  test('R1 a domain that looks like another is shown as what it is, in the answer and the letters', async () => {
    const answer = await request(await signedIn(), 'anna@\u0440ossi.example');
    expect(answer).toMatchObject({ newEmail: 'anna@xn--ossi-f6d.example' });
    expect((await lettersIn(sql))[1]?.values).toEqual({ newEmail: 'anna@xn--ossi-f6d.example' });
  });

  test('C23 an address that somebody else has gets the same answer; who reads its mail is told', async () => {
    const actor = await signedIn();
    expect(await request(actor, giulia.email.toUpperCase())).toMatchObject({
      __typename: 'RequestEmailChangeSuccess',
    });
    const token = await tokenIn(sql, 'email-confirm');
    expect(await confirm(token)).toEqual({ __typename: 'EmailTakenError', code: 'EMAIL_TAKEN' });
    expect([await emailOf(anna.id), await emailOf(giulia.id)]).toEqual([anna.email, giulia.email]);
    expect(await audited()).toEqual(['email.change-requested']);
  });

  test('C25 twenty accounts on their way to one address: one gets it', async () => {
    await sql(`insert into identity.user_account
      (id, customer_id, branch_id, email, password_hash, first_name, last_name, locale, role_id)
      select gen_random_uuid(), customer_id, branch_id, 'copy-' || n || '@rossi.example', password_hash, 'Copy', 'Of Anna', 'it', role_id
      from identity.user_account, generate_series(1, 20) n where id = '${anna.id}'`);
    const tokens: string[] = [];
    for (let n = 1; n <= 20; n++) {
      const [copy] = (
        await sql(`select * from identity.user_account where email = 'copy-${n}@rossi.example'`)
      ).rows;
      const actor = { ...(await signedIn()), id: copy.id as string };
      await request(actor, n % 2 ? next : next.toUpperCase());
      tokens.push(await tokenIn(sql, 'email-confirm'));
    }
    const answers = await Promise.all(tokens.map(confirm));
    const codes = answers.map(({ code }) => code ?? 'changed').sort();
    expect(codes).toEqual([...Array<string>(19).fill('EMAIL_TAKEN'), 'changed']);
    const { rowCount } = await sql(`select from identity.user_account where email_folded = '${next}'`);
    expect(rowCount).toBe(1);
  });

  test('T4 C24 one link used twenty times at once works once, and the older of two is dead', async () => {
    const actor = await signedIn();
    await request(actor, 'older@verdi.example');
    const older = await tokenIn(sql, 'email-confirm');
    await request(actor, next);
    const newer = await tokenIn(sql, 'email-confirm');
    expect(await confirm(older)).toMatchObject({ code: 'LINK_INVALID' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(newer)));
    expect(answers.filter(({ email }) => email === next)).toHaveLength(1);
    expect(await emailOf(anna.id)).toBe(next);
  });

  test('C22 nobody can have the product write to ever more addresses', async () => {
    const actor = await signedIn();
    const codes: unknown[] = [];
    for (let n = 0; n < 11; n++) codes.push((await request(actor, `a${n}@verdi.example`)).code ?? 'ok');
    expect(codes).toEqual([...Array<string>(10).fill('ok'), 'TOO_MANY_ATTEMPTS']);
    expect(await lettersIn(sql)).toHaveLength(20);
  });

  test('only its owner sees which address waits', async () => {
    const actor = await signedIn();
    await request(actor, next);
    const MINE = '{ myAccount { waitingEmail } }';
    expect(await identity.data(actor, MINE)).toEqual({ myAccount: { waitingEmail: next } });
    expect(await identity.data({ ...actor, viewedBy: giulia.id }, MINE)).toEqual({ myAccount: null });
    await confirm(await tokenIn(sql, 'email-confirm'));
    expect(await identity.data(actor, MINE)).toEqual({ myAccount: { waitingEmail: null } });
  });
});

describe('C25 undoing it from the old address', () => {
  test('before it is confirmed: the new link is dead, every session and the password end', async () => {
    const session = await tokenOf();
    await request(await signedIn(), next);
    const confirmation = await tokenIn(sql, 'email-confirm');
    expect(await undo(await tokenIn(sql, 'email-change-notice'))).toEqual({
      __typename: 'UndoEmailChangeSuccess',
      email: anna.email,
    });
    expect(await confirm(confirmation)).toMatchObject({ code: 'LINK_INVALID' });
    expect(await resolve({ sessionToken: session })).toBeNull();
    expect(await refusal(anna.email)).toBe('WRONG_CREDENTIALS');
    expect((await lettersIn(sql)).at(-1)).toMatchObject({ name: 'password-reset', to: anna.email });
    expect(await audited()).toEqual(['email.change-requested', 'email.change-undone']);
  });

  test('after it was confirmed, and changed once more: the first owner gets his account back', async () => {
    const actor = await signedIn();
    await request(actor, next);
    await confirm(await tokenIn(sql, 'email-confirm'));
    await request(actor, 'thief@evil.example');
    await confirm(await tokenIn(sql, 'email-confirm'));
    const thiefs = await tokenOf('thief@evil.example');
    expect(await undo(await tokenIn(sql, 'email-change-notice', anna.email))).toMatchObject({
      email: anna.email,
    });
    expect(await emailOf(anna.id)).toBe(anna.email);
    expect(await resolve({ sessionToken: thiefs })).toBeNull();
    expect(await undo(await tokenIn(sql, 'email-change-notice', next))).toMatchObject({
      code: 'LINK_INVALID',
    });
  });

  test('works once, and no longer than seven days', async () => {
    await request(await signedIn(), next);
    const token = await tokenIn(sql, 'email-change-notice');
    const { rows } = await sql(`select expires_at - created_at = interval '7 days' as week
      from identity.one_time_token where purpose = 'undo-email'`);
    expect(rows).toEqual([{ week: true }]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => undo(token)));
    expect(answers.filter(({ email }) => email === anna.email)).toHaveLength(1);
    expect((await lettersIn(sql)).filter(({ name }) => name === 'password-reset')).toHaveLength(1);
  });
});
