import type { Actor } from '@platen/platform';
import { buildUser, password } from '../../test/factories';
import { lettersIn } from '../../test/letterbox';
import { anna, giulia, rossi, stranger, useIdentity } from '../../test/use-identity';

const identity = useIdentity();
const { ask, refusal, resolve, sql, tokenOf } = identity;

const EXPORT = `mutation { exportMyData { ... on ExportMyDataSuccess { content } } }`;
const ERASE = `mutation ($input: EraseMyAccountInput!) { eraseMyAccount(input: $input) { __typename
  ... on EraseMyAccountSuccess { ok } ... on InvalidInputError { fields { path } }
  ... on UserError { code message } } }`;

type Answer = Record<string, unknown>;
const signedIn = async (email = anna.email): Promise<Actor> =>
  (await resolve({ sessionToken: await tokenOf(email) })) ?? stranger;
const erase = (actor: Actor, currentPassword = password) => ask(actor, ERASE, { input: { currentPassword } });
const erased = async () =>
  (await sql('select from identity.user_account where erased_at is not null')).rowCount;
const letterNames = async () => (await lettersIn(sql)).map(({ name }) => name);

/** A second administrator with Anna's password. */
const bruno = buildUser(rossi, { email: 'bruno@rossi.example', firstName: 'Bruno', lastName: 'Bassi' });
const addBruno = () =>
  sql(`insert into identity.user_account
    (id, customer_id, branch_id, email, password_hash, first_name, last_name, locale, role_id)
    select '${bruno.id}', customer_id, branch_id, '${bruno.email}', password_hash, 'Bruno', 'Bassi', 'it', role_id
    from identity.user_account where id = '${anna.id}'`);

describe('C41 my data', () => {
  test('are handed out whole and readable, secrets left out, and the audit log keeps that they were', async () => {
    await refusal(anna.email);
    const actor = await signedIn();
    const answer = await ask(actor, EXPORT);
    const { content } = answer.data?.exportMyData as { content: string };
    expect(JSON.parse(content)).toMatchObject({
      account: {
        id: anna.id,
        email: anna.email,
        role: 'Administrator',
        organisation: rossi.name,
        hasPassword: true,
      },
      sessions: [{ id: expect.any(String) }, { id: actor.sessionId }],
      consents: [],
      links: [],
      mails: [],
    });
    expect(content).not.toContain('argon2');
    expect(content).not.toContain(giulia.email);
    const { rows } = await sql(
      `select payload from identity.outbox where payload->>'action' = 'personal-data.exported'`,
    );
    expect(rows).toHaveLength(1);
  });

  test('are not for who looks through my eyes', async () => {
    const actor = await signedIn();
    const answer = await ask({ ...actor, viewedBy: giulia.id }, EXPORT);
    expect(answer.data).toBeNull();
    expect((await ask(stranger, EXPORT)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('C41 closing my account', () => {
  test('erases it, ends the session, and a last letter says so', async () => {
    await addBruno();
    const session = await tokenOf();
    const actor = (await resolve({ sessionToken: session })) ?? stranger;
    const answer = await erase(actor);
    expect(answer).toEqual({
      data: { eraseMyAccount: { __typename: 'EraseMyAccountSuccess', ok: true } },
      session: { token: null },
    });
    expect(await resolve({ sessionToken: session })).toBeNull();
    expect(await refusal(anna.email)).toBe('WRONG_CREDENTIALS');
    expect(await lettersIn(sql)).toMatchObject([{ name: 'account-erased', to: anna.email }]);
    const seen = await identity.data(
      await signedIn(bruno.email),
      `{ user(id: "${anna.id}") { firstName lastName } }`,
    );
    const former = `Ex utente ${anna.id.slice(-4).toUpperCase()}`;
    expect(JSON.stringify(seen)).toContain(former);
  });

  test('asks for the password, and keeps everything when it is another one', async () => {
    await addBruno();
    const answer = await erase(await signedIn(), 'not this at all');
    expect(answer.data?.eraseMyAccount).toMatchObject({
      code: 'WRONG_PASSWORD',
      fields: [{ path: 'currentPassword' }],
    });
    expect(answer.session).toBeUndefined();
    expect([await erased(), await letterNames()]).toEqual([0, []]);
  });

  test('the last administrator stays, and nobody is written to', async () => {
    const answer = await erase(await signedIn());
    expect(answer.data?.eraseMyAccount).toEqual({
      __typename: 'LastAdministratorError',
      code: 'LAST_ADMINISTRATOR',
      message:
        'È l’ultima persona che può gestire gli utenti dell’organizzazione. Nomini prima un altro amministratore.',
    });
    expect([await erased(), await letterNames(), await refusal(anna.email)]).toEqual([0, [], null]);
  });

  test('C5 two administrators who close their accounts at once: always one is left, in twenty rounds', async () => {
    for (let round = 0; round < 20; round++) {
      await sql(`delete from identity.user_account where id = '${bruno.id}'`);
      await addBruno();
      const actors = [await signedIn(), await signedIn(bruno.email)];
      const answers = await Promise.all(actors.map((actor) => erase(actor)));
      const codes = answers.map(({ data }) => (data?.eraseMyAccount as Answer).code ?? 'erased').sort();
      expect(codes).toEqual(['LAST_ADMINISTRATOR', 'erased']);
      await sql(`update identity.user_account gone set email = case id when '${anna.id}' then '${anna.email}' else '${bruno.email}' end,
          erased_at = null, deactivated_at = null, password_hash = other.password_hash
        from (select password_hash from identity.user_account
              where password_hash is not null and customer_id = '${rossi.id}') other
        where gone.erased_at is not null`);
    }
  });

  test('staff are the branch’s, and no password is asked for in vain', async () => {
    const answer = await erase(await signedIn(giulia.email));
    expect(answer.data?.eraseMyAccount).toMatchObject({ code: 'STAFF_ACCOUNT' });
    expect(await erased()).toBe(0);
  });
});
