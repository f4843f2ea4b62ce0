import { hash } from '@node-rs/argon2';
import { anonymous } from '@platen/platform';
import { statementsOf } from '@platen/testing';
import { password } from '../../test/factories';
import { anna, branch, giulia, rossi, stranger, useIdentity } from '../../test/use-identity';

const { ask, signIn, refusal, tokenOf, resolve, sql } = useIdentity();

describe('signing in', () => {
  test('R1 a user signs in by mail whatever its case, and gets a session', async () => {
    const result = await signIn('ANNA.neri@rossi.example');
    expect(result.errors).toBeUndefined();
    expect(result.data?.signIn).toMatchObject({
      __typename: 'SignInSuccess',
      viewer: {
        kind: 'USER',
        user: { id: anna.id, email: anna.email, roleName: 'Administrator' },
        customer: { id: rossi.id, name: rossi.name, branch: { code: 'IT' } },
        branch: { code: 'IT', passwordHelp: 'ORGANISATION_ADMINISTRATOR', contacts: [{ topic: 'GENERAL' }] },
      },
    });
    const actor = await resolve({ sessionToken: result.session?.token });
    expect(actor).toMatchObject({
      kind: 'user',
      id: anna.id,
      customerId: rossi.id,
      branchId: branch.id,
      locale: 'it',
    });
  });

  test('staff get their branch and no customer', async () => {
    const result = await signIn(giulia.email);
    expect(result.data?.signIn).toMatchObject({
      viewer: { kind: 'STAFF', user: { roleName: 'Service desk' }, customer: null, branch: { code: 'IT' } },
    });
  });

  test('C23 an unknown address, a wrong password and a deactivated user get the same answer by the same work', async () => {
    await sql(`update identity.user_account set deactivated_at = now() where id = '${giulia.id}'`);
    const answers: unknown[] = [];
    const work: string[][] = [];
    for (const email of [anna.email, 'nobody@rossi.example', giulia.email])
      work.push(await statementsOf(async () => answers.push(await signIn(email, 'not this'))));
    expect(answers[0]).toEqual({
      data: {
        signIn: {
          __typename: 'WrongCredentialsError',
          code: 'WRONG_CREDENTIALS',
          message: 'That e-mail address and password do not belong together.',
        },
      },
    });
    expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
    expect(work.slice(1)).toEqual([work[0], work[0]]);
    expect((await sql('select from identity.session')).rowCount).toBe(0);
  });

  test('the refusal is in the language of the page', async () => {
    const result = await signIn(anna.email, 'not this', { actor: anonymous('request', 'nl') });
    expect(result.data?.signIn).toMatchObject({
      message: 'Dit e-mailadres en wachtwoord horen niet bij elkaar.',
    });
  });

  test.each([
    ['nothing', ''],
    ['a NUL byte', 'anna\0'],
    ['a header', 'anna@rossi.example\r\nBcc: x'],
    ['an emoji', '😀@rossi.example'],
    ['a hundred kilobytes', `${'a'.repeat(100_000)}@rossi.example`],
  ])('an address with %s is just wrong', async (_what, email) => {
    expect(await refusal(email)).toBe('WRONG_CREDENTIALS');
  });

  test('R1 a domain may be written in its own letters', async () => {
    await sql(
      `update identity.user_account set email = 'anna@xn--bcher-kva.example' where id = '${anna.id}'`,
    );
    expect(await refusal(' Anna@BÜCHER.example')).toBeNull();
  });

  test('C26 a new session at each sign-in, and the one of the same browser before ends', async () => {
    const before = await tokenOf();
    const old = await resolve({ sessionToken: before });
    const result = await signIn(anna.email, password, { actor: old ?? undefined });
    expect(result.session?.token).not.toBe(before);
    expect(await resolve({ sessionToken: before })).toBeNull();
    expect(await resolve({ sessionToken: result.session?.token })).toMatchObject({ id: anna.id });
  });

  test('C20 a hash of lower cost is renewed when its password is known', async () => {
    const cheap = await hash(password, { memoryCost: 4096, timeCost: 1 });
    await sql(`update identity.user_account set password_hash = '${cheap}' where id = '${anna.id}'`);
    expect(await tokenOf()).not.toBeNull();
    const { rows } = await sql(`select password_hash from identity.user_account where id = '${anna.id}'`);
    expect(rows[0].password_hash).toContain('m=19456,t=2,p=1');
    expect(await tokenOf()).not.toBeNull();
  });

  test('R2 who has not set a password yet cannot sign in', async () => {
    await sql(`update identity.user_account set password_hash = null where id = '${anna.id}'`);
    expect(await refusal(anna.email, '')).toBe('WRONG_CREDENTIALS');
  });
});

describe('signing out', () => {
  const SIGN_OUT = 'mutation { signOut { ok } }';

  test('ends the own session and no other', async () => {
    const [mine, another] = [await tokenOf(), await tokenOf()];
    const actor = (await resolve({ sessionToken: mine })) ?? stranger;
    expect(await ask(actor, SIGN_OUT)).toEqual({
      data: { signOut: { ok: true } },
      session: { token: null },
    });
    expect(await resolve({ sessionToken: mine })).toBeNull();
    expect(await resolve({ sessionToken: another })).not.toBeNull();
  });

  test('is fine for who is not signed in', async () => {
    expect((await ask(stranger, SIGN_OUT)).data).toEqual({ signOut: { ok: true } });
  });
});
