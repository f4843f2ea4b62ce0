import { password } from '../../test/factories';
import { SoftwarePasskey } from '../../test/software-passkey';
import { anna, giulia, stranger } from '../../test/use-identity';
import { useSecondFactors } from '../../test/use-second-factors';

const kit = useSecondFactors();
const { actorOf, addKey, addPasskey, startPasskey, renamePasskey, removePasskey, ask, resolve, sql, mails } =
  kit;

const START = 'mutation { startPasskeySignIn { options } }';
const FINISH = `mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { __typename
  ... on SignInSuccess { viewer { user { email } } } ... on UserError { code message } } }`;
const options = async () =>
  ((await ask(stranger, START)).data?.startPasskeySignIn as { options: string }).options;
const enter = async (response: string) => {
  const { data, session } = await ask(stranger, FINISH, { input: { response } });
  return { ...(data?.signInWithPasskey as { __typename: string; code?: string }), session };
};
const passkeys = async () => (await sql('select from identity.passkey')).rowCount;

describe('C21 adding a passkey', () => {
  test('is asked to prove the person, is added, named and told of', async () => {
    const actor = await actorOf();
    const { options: text = '' } = await startPasskey(actor);
    expect(JSON.parse(text)).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: anna.email },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const { added } = await addKey(actor, ' Work laptop ');
    expect(added).toMatchObject({
      secondFactors: { recoveryCodesLeft: 10, passkeys: [{ name: 'Work laptop' }] },
    });
    expect(added.recoveryCodes).toHaveLength(10);
    expect(await mails()).toMatchObject([{ recipient: anna.email, template: 'second-factor-changed' }]);
  });

  test.each([
    ['of another site', { site: 'evil.example' }],
    ['made on another page', { origin: 'https://evil.example' }],
    ['for another challenge', { challenge: 'a'.repeat(43) }],
    ['without proof of the person', { verified: false }],
  ])('one %s is refused, and its challenge is used up', async (_what, lies) => {
    const actor = await actorOf();
    const { options: text = '' } = await startPasskey(actor);
    const key = new SoftwarePasskey();
    const refused = await addPasskey(actor, { name: 'Key', response: key.create(text, lies) });
    expect(refused).toMatchObject({ code: 'PASSKEY_REFUSED', fields: [{ path: 'response' }] });
    expect(await passkeys()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test('a challenge is used once, by its owner', async () => {
    const [actor, other] = [await actorOf(), await actorOf(giulia.email)];
    const { options: text = '' } = await startPasskey(actor);
    const response = new SoftwarePasskey().create(text);
    expect(await addPasskey(other, { name: 'Key', response })).toMatchObject({ code: 'PASSKEY_REFUSED' });
    expect(await addPasskey(actor, { name: 'Key', response })).toMatchObject({
      __typename: 'AddSecondFactorSuccess',
    });
    const again = new SoftwarePasskey().create(text);
    expect(await addPasskey(actor, { name: 'Key', response: again })).toMatchObject({
      code: 'PASSKEY_REFUSED',
    });
    expect(await passkeys()).toBe(1);
  });

  test("somebody's key is nobody else's", async () => {
    const [actor, other] = [await actorOf(), await actorOf(giulia.email)];
    const { key } = await addKey(actor);
    const { options: text = '' } = await startPasskey(other);
    expect(await addPasskey(other, { name: 'Mine', response: key.create(text) })).toMatchObject({
      code: 'PASSKEY_REFUSED',
    });
  });

  test.each(['', '{}', 'null', '[]', '\0', '{"id":1}', `{"id":"${'x'.repeat(20_000)}"}`])(
    'what no browser sends is refused: %.12j',
    async (response) => {
      expect(await addPasskey(await actorOf(), { name: 'Key', response })).toMatchObject({
        code: 'PASSKEY_REFUSED',
      });
    },
  );

  test('ten are enough', async () => {
    const actor = await actorOf();
    for (let count = 0; count < 10; count++) await addKey(actor);
    expect(await startPasskey(actor)).toMatchObject({ code: 'TOO_MANY_PASSKEYS' });
  });
});

describe('C6 one passkey of several', () => {
  test('is renamed and removed by its owner', async () => {
    const actor = await actorOf();
    const { id } = await addKey(actor);
    expect(await renamePasskey(actor, { id, name: 'Phone' })).toMatchObject({
      secondFactors: { passkeys: [{ id, name: 'Phone' }] },
    });
    expect(await renamePasskey(actor, { id, name: 'a\nb' })).toMatchObject({ fields: [{ path: 'name' }] });
    expect(await removePasskey(actor, { id })).toMatchObject({ secondFactors: { since: null } });
    expect(await mails()).toHaveLength(2);
  });

  test.each(['foreign', '00000000-0000-7000-8000-000000000009', 'no id', ''])(
    'a %j id is as unknown, and nothing happens',
    async (which) => {
      const { id: foreign } = await addKey(await actorOf(giulia.email));
      const actor = await actorOf();
      const id = which === 'foreign' ? foreign : which;
      const before = await mails();
      for (const answer of [
        await renamePasskey(actor, { id, name: 'Mine' }),
        await removePasskey(actor, { id }),
      ])
        expect(answer).toMatchObject({ __typename: 'PasskeyNotFoundError', code: 'PASSKEY_NOT_FOUND' });
      expect(await passkeys()).toBe(1);
      expect(await mails()).toEqual(before);
    },
  );

  test('is not removed without the password', async () => {
    const actor = await actorOf();
    const { id } = await addKey(actor);
    const refused = await removePasskey(actor, { id, currentPassword: `${password}x` });
    expect(refused).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await passkeys()).toBe(1);
  });
});

describe('C21 signing in with a passkey alone', () => {
  test('opens a session of its owner', async () => {
    const { key } = await addKey(await actorOf());
    const done = await enter(key.get(await options()));
    expect(done).toMatchObject({ __typename: 'SignInSuccess', viewer: { user: { email: anna.email } } });
    expect(await resolve({ sessionToken: done.session?.token })).toMatchObject({ id: anna.id });
    const { rows } = await sql('select counter::int, last_used_at is not null as used from identity.passkey');
    expect(rows).toEqual([{ counter: 1, used: true }]);
  });

  test.each([
    ['of another site', { site: 'evil.example' }],
    ['signed on another page', { origin: 'https://evil.example' }],
    ['signed for another challenge', { challenge: 'a'.repeat(43) }],
    ['without proof of the person', { verified: false }],
    ['saying it is of somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('one %s opens nothing', async (_what, lies) => {
    const { key } = await addKey(await actorOf());
    const answer = await enter(key.get(await options(), lies));
    expect(answer).toMatchObject({ __typename: 'WrongCredentialsError', code: 'PASSKEY_NOT_ACCEPTED' });
    expect(answer.session).toBeUndefined();
  });

  test('a copied key that counts less is refused', async () => {
    const { key } = await addKey(await actorOf());
    await enter(key.get(await options()));
    await sql('update identity.passkey set counter = 7');
    expect(await enter(key.get(await options(), { counter: 7 }))).toMatchObject({
      code: 'PASSKEY_NOT_ACCEPTED',
    });
    expect(await enter(key.get(await options(), { counter: 8 }))).toMatchObject({
      __typename: 'SignInSuccess',
    });
  });

  test('twenty at once with one answer: one wins', async () => {
    const { key } = await addKey(await actorOf());
    const response = key.get(await options());
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(response)));
    expect(answers.filter(({ session }) => session)).toHaveLength(1);
  });

  test('C23 an unknown key, and one of somebody deactivated, get the same answer', async () => {
    const { key } = await addKey(await actorOf());
    const unknown = await enter(new SoftwarePasskey().get(await options()));
    await sql('update identity.user_account set deactivated_at = now()');
    expect(await enter(key.get(await options()))).toEqual(unknown);
    expect(unknown).toMatchObject({ code: 'PASSKEY_NOT_ACCEPTED' });
  });

  test('C22 guesses are counted by address', async () => {
    for (let count = 0; count < 20; count++)
      expect(await enter(new SoftwarePasskey().get(await options()))).toMatchObject({
        code: 'PASSKEY_NOT_ACCEPTED',
      });
    expect(await enter(new SoftwarePasskey().get(await options()))).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
  });
});
