import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';
import type { Actor } from '@platen/platform';
import { buildUser } from '../../test/factories';
import { anna, branch, giulia, rossi } from '../../test/use-identity';
import { useSecondFactors } from '../../test/use-second-factors';

const { actorOf, addApp, addKey, ask, audited, firstStep, load, mails, resolve, sql, tokenOf } =
  useSecondFactors();

const RESET = `mutation ($input: ResetSecondFactorsOfUserInput!) { resetSecondFactorsOfUser(input: $input) {
  __typename ... on ResetSecondFactorsOfUserSuccess { userId } ... on UserError { code message } } }`;
const reset = async (actor: Actor, userId: string) =>
  (await ask(actor, RESET, { input: { userId } })).data?.resetSecondFactorsOfUser as {
    code?: string;
    userId?: string;
  };

const member = buildUser(rossi, { email: 'marco@rossi.example', role: 'Member' });
const verdi = buildCustomer(branch, { name: 'Verdi' });
const foreigner = buildUser(verdi, { email: 'vera@verdi.example' });
const boss = buildUser(branch, { email: 'boss@platen.example', role: 'Branch administrator' });
const elsewhere = buildBranch({ code: 'NL' });
const colleague = buildUser(elsewhere, { email: 'jan@platen.example' });
const people = buildWorld({
  branches: [elsewhere],
  customers: [verdi],
  users: [member, foreigner, boss, colleague],
});

/** Everything that a person proves himself with, and where he is signed in. */
const proofsOf = async (userId: string) =>
  (
    await sql(`select second_factor_since is not null as "hasOne",
      (select count(*)::int from identity.authenticator_app where user_id = person.id) as apps,
      (select count(*)::int from identity.passkey where user_id = person.id) as passkeys,
      (select count(*)::int from identity.recovery_code where user_id = person.id) as codes,
      (select count(*)::int from identity.passkey_challenge where user_id = person.id) as questions,
      (select count(*)::int from identity.sign_in_challenge where user_id = person.id) as challenges,
      (select count(*)::int from identity.session where user_id = person.id and ended_at is null) as sessions
    from identity.user_account person where id = '${userId}'`)
  ).rows[0];
const NOTHING = {
  hasOne: false,
  apps: 0,
  passkeys: 0,
  codes: 0,
  questions: 0,
  challenges: 0,
  sessions: 0,
};

describe('C21 factors of those whom one looks after', () => {
  beforeEach(() => load(people));

  test.each([
    ['an administrator', anna, member, true],
    ['an administrator, foreign people', anna, foreigner, false],
    ['an administrator, staff', anna, giulia, false],
    ['a member', member, anna, false],
    ['staff without the right', giulia, member, false],
    ['who runs the branch, its staff', boss, giulia, true],
    ['who runs the branch, people of its customers', boss, member, true],
    ['who runs the branch, staff of another', boss, colleague, false],
  ])('%s', async (_who, by, of, may) => {
    const actor = await actorOf(by.email);
    const owner = await actorOf(of.email);
    await addApp(owner);
    await addKey(owner);
    const { challenge } = await firstStep(of.email);
    expect(challenge).toBeTruthy();
    const before = await proofsOf(of.id);
    expect(before).toMatchObject({
      hasOne: true,
      apps: 1,
      passkeys: 1,
      codes: 10,
      challenges: 1,
      sessions: 1,
    });
    const [mailsBefore, auditedBefore] = [(await mails()).length, (await audited()).length];

    const answer = await reset(actor, of.id);
    if (may) {
      expect(answer).toEqual({ __typename: 'ResetSecondFactorsOfUserSuccess', userId: of.id });
      expect(await proofsOf(of.id)).toEqual(NOTHING);
      const letters = (await mails()).slice(mailsBefore);
      expect(letters).toMatchObject([{ recipient: of.email, template: 'second-factor-changed' }]);
      expect((await audited()).slice(auditedBefore)).toMatchObject([
        {
          action: 'second-factor.removed',
          actor: { id: by.id },
          target: { kind: 'user', id: of.id },
          customerId: of.customerId,
          facts: { all: true },
        },
      ]);
    } else {
      expect(answer.code).toBe('USER_NOT_FOUND');
      expect(await proofsOf(of.id)).toEqual(before);
      expect(await mails()).toHaveLength(mailsBefore);
      expect(await audited()).toHaveLength(auditedBefore);
    }
  });

  test('the password alone signs in again, without rights where a factor is demanded', async () => {
    await addApp(await actorOf(member.email));
    expect(await reset(await actorOf(), member.id)).toMatchObject({ userId: member.id });
    await sql('update identity.customer set requires_second_factor = true');
    const back = await resolve({ sessionToken: await tokenOf(member.email) });
    expect(back).toMatchObject({ id: member.id, rights: new Set() });
  });

  test('nobody takes his own away like this', async () => {
    const actor = await actorOf();
    await addApp(actor);
    const before = await proofsOf(anna.id);
    for (const id of [anna.id, anna.id.toUpperCase()])
      expect(await reset(actor, id)).toMatchObject({ __typename: 'ActionRefusedError', code: 'OWN_ACCOUNT' });
    expect(await proofsOf(anna.id)).toEqual(before);
    expect(await mails()).toHaveLength(1);
  });

  test('without a factor nothing happens, and twice at once tells once', async () => {
    const [actor, owner] = [await actorOf(), await actorOf(member.email)];
    expect(await reset(actor, member.id)).toMatchObject({ userId: member.id });
    expect(await proofsOf(member.id)).toMatchObject({ sessions: 1 });
    expect(await mails()).toEqual([]);
    await addApp(owner);
    await Promise.all([reset(actor, member.id), reset(actor, member.id)]);
    expect(await mails()).toHaveLength(2);
  });

  test('nobody does it through the eyes of another', async () => {
    await addApp(await actorOf(member.email));
    const { errors } = await ask({ ...(await actorOf()), viewedBy: giulia.id }, RESET, {
      input: { userId: member.id },
    });
    expect(errors?.[0]?.extensions.code).toBe('VIEW_ONLY');
    expect(await proofsOf(member.id)).toMatchObject({ hasOne: true, sessions: 1 });
  });

  test.each(['00000000-0000-7000-8000-000000000009', 'x', '', '\0'])(
    'C6 nobody with the id %j',
    async (id) => {
      expect(await reset(await actorOf(), id)).toMatchObject({ code: 'USER_NOT_FOUND' });
    },
  );
});
