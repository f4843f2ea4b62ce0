import { statementsOf } from '@platen/testing';
import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';
import type { Actor } from '@platen/platform';
import { buildUser, password } from '../../test/factories';
import { anna, branch, giulia, rossi, stranger } from '../../test/use-identity';
import { useSecondFactors } from '../../test/use-second-factors';

const { actorOf, ask, data, load, resolve, tokenOf, sql, audited } = useSecondFactors();

const SESSION = 'id current startedAt lastUsedAt expiresAt address userAgent isView viewedByName';
const MINE = `{ mySessions { ${SESSION} } }`;
const END = `mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename
  ... on EndSessionSuccess { sessions { id current } } ... on UserError { code message } } }`;
const END_OTHERS = 'mutation { endOtherSessions { sessions { id current } } }';
const END_OF = `mutation ($input: EndSessionsOfUserInput!) { endSessionsOfUser(input: $input) { __typename
  ... on EndSessionsOfUserSuccess { userId } ... on UserError { code } } }`;

const mine = async (actor: Actor) =>
  (await data(actor, MINE)) as unknown as { mySessions: { id: string; current: boolean }[] | null };
const live = async () =>
  (await sql('select id from identity.session where ended_at is null')).rows.map(({ id }) => id as string);

const member = buildUser(rossi, { email: 'marco@rossi.example', role: 'Member' });
const verdi = buildCustomer(branch, { name: 'Verdi' });
const foreigner = buildUser(verdi, { email: 'vera@verdi.example' });
const boss = buildUser(branch, { email: 'boss@platen.example', role: 'Branch administrator' });
const elsewhere = buildBranch({ code: 'NL' });
const colleague = buildUser(elsewhere, { email: 'jan@platen.example' });
const more = buildWorld({
  branches: [elsewhere],
  customers: [verdi],
  users: [member, foreigner, boss, colleague],
});

describe('C26 my sessions', () => {
  test('are the live ones, newest first, this one marked', async () => {
    const older = await actorOf();
    const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
    const input = { email: anna.email, password, userAgent: `Firefox\0${'x'.repeat(1000)}` };
    const { session } = await ask(stranger, SIGN_IN, { input }, '2001:db8::7');
    await tokenOf(giulia.email);
    const actor = await resolve({ sessionToken: session?.token });
    if (!actor) throw new Error('not signed in');
    expect((await mine(actor)).mySessions).toMatchObject([
      {
        id: actor.sessionId,
        current: true,
        address: '2001:db8::7',
        userAgent: `Firefox${'x'.repeat(293)}`,
        isView: false,
      },
      { id: older.sessionId, current: false, address: '192.0.2.1', userAgent: null },
    ]);
    await sql(
      `update identity.session set last_used_at = now() - interval '1 hour' where id = '${older.sessionId}'`,
    );
    expect((await mine(actor)).mySessions).toHaveLength(1);
  });

  test('say when somebody looks through my eyes, and staff of the provider stay nameless', async () => {
    const actor = await actorOf();
    await actorOf();
    await sql(`update identity.session set viewed_by = '${giulia.id}' where id <> '${actor.sessionId}'`);
    const [view] = (await mine(actor)).mySessions ?? [];
    expect(view).toMatchObject({ isView: true, viewedByName: null });
  });

  test('are none for keys and through the eyes of others', async () => {
    const actor = await actorOf();
    expect(await mine({ ...actor, viewedBy: giulia.id })).toEqual({ mySessions: null });
    expect(await mine({ ...actor, kind: 'partner', sessionId: null })).toEqual({ mySessions: null });
  });

  test('end one by one, at the next request', async () => {
    const token = await tokenOf();
    const [actor, other] = [await actorOf(), await resolve({ sessionToken: token })];
    const { data: answer, session } = await ask(actor, END, { input: { id: other?.sessionId } });
    expect(answer?.endSession).toMatchObject({ sessions: [{ id: actor.sessionId, current: true }] });
    expect(session).toBeUndefined();
    expect(await resolve({ sessionToken: token })).toBeNull();
    expect((await audited()).at(-1)).toMatchObject({
      action: 'session.ended',
      target: { kind: 'session', id: other?.sessionId },
      customerId: rossi.id,
    });
  });

  test('ending this one takes the cookie, too', async () => {
    const actor = await actorOf();
    expect((await ask(actor, END, { input: { id: actor.sessionId } })).session).toEqual({ token: null });
  });

  test('C6 those of others, ended and unknown ones are not mine to end', async () => {
    const [actor, other] = [await actorOf(), await actorOf(giulia.email)];
    for (const id of [other.sessionId, '00000000-0000-7000-8000-000000000009', 'x', '']) {
      const { data: answer } = await ask(actor, END, { input: { id } });
      expect(answer?.endSession).toMatchObject({ code: 'SESSION_NOT_FOUND' });
    }
    expect(await live()).toHaveLength(2);
  });

  test('end all but this one', async () => {
    await tokenOf();
    await tokenOf();
    const theirs = await actorOf(giulia.email);
    const actor = await actorOf();
    expect((await ask(actor, END_OTHERS)).data).toEqual({
      endOtherSessions: { sessions: [{ id: actor.sessionId, current: true }] },
    });
    expect((await live()).sort()).toEqual([actor.sessionId, theirs.sessionId].sort());
  });
});

describe('C26 sessions of those whom one looks after', () => {
  beforeEach(() => load(more));
  const endOf = async (actor: Actor, userId: string) =>
    (await ask(actor, END_OF, { input: { userId } })).data?.endSessionsOfUser as { code?: string };

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
    const token = await tokenOf(of.email);
    const answer = await endOf(await actorOf(by.email), of.id);
    expect(answer.code ?? 'ended').toBe(may ? 'ended' : 'USER_NOT_FOUND');
    expect((await resolve({ sessionToken: token })) === null).toBe(may);
    if (may)
      expect((await audited()).at(-1)).toMatchObject({ action: 'session.ended', customerId: of.customerId });
  });

  test.each(['00000000-0000-7000-8000-000000000009', 'x', '', '\0'])(
    'C6 nobody with the id %j',
    async (id) => {
      expect(await endOf(await actorOf(), id)).toMatchObject({ code: 'USER_NOT_FOUND' });
    },
  );

  test('an administrator sees those of his people, by one statement for all', async () => {
    const actor = await actorOf();
    await tokenOf(member.email);
    const USERS = '{ users(first: 10) { edges { node { id sessions { id address } } } } }';
    const { users } = (await data(actor, USERS)) as unknown as {
      users: { edges: { node: { id: string; sessions: unknown[] | null } }[] };
    };
    const counts = new Map(users.edges.map(({ node }) => [node.id, node.sessions?.length]));
    expect(counts.get(member.id)).toBe(1);
    const plain = await statementsOf(() => data(actor, '{ users(first: 10) { edges { node { id } } } }'));
    const withSessions = await statementsOf(() => data(actor, USERS));
    expect(withSessions.length - plain.length).toBe(2);
  });

  test('a member sees only that he may not', async () => {
    const viewer = await data(await actorOf(member.email), '{ viewer { user { sessions { id } } } }');
    expect(viewer).toEqual({ viewer: { user: { sessions: null } } });
  });
});
