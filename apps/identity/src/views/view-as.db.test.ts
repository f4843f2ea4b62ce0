import { buildBranch, buildCustomer, buildWorld, statementsOf } from '@platen/testing';
import type { Actor } from '@platen/platform';
import { buildUser } from '../../test/factories';
import { anna, branch, giulia, rossi, stranger, useIdentity } from '../../test/use-identity';

const { ask, load, tokenOf, resolve, data, sql } = useIdentity();

const verdi = buildCustomer(branch, { name: 'Verdi' });
const marco = buildUser(rossi, {
  email: 'marco@rossi.example',
  firstName: 'Marco',
  role: 'Member',
  locale: 'nl',
});
const netherlands = buildBranch({ code: 'NL' });
const jansen = buildCustomer(netherlands, { name: 'Jansen' });
const jan = buildUser(jansen, { email: 'jan@jansen.example' });
const daan = buildUser(netherlands, { email: 'daan@platen.example' });
const carla = buildUser(verdi, { email: 'carla@verdi.example' });

beforeEach(() =>
  load(
    buildWorld({
      branches: [netherlands],
      customers: [verdi, jansen],
      users: [marco, carla, jan, daan],
    }),
  ),
);

const VIEW_AS = `mutation ($input: ViewAsInput!) { viewAs(input: $input) { __typename
  ... on ViewAsSuccess { viewer { kind rights user { email } viewedBy { firstName lastName } } }
  ... on UserError { code message } } }`;
const END = 'mutation { endViewAs { resumed } }';
const SIGN_OUT = 'mutation { signOut { ok } }';

const actorWith = async (token: string | null): Promise<Actor> =>
  (await resolve({ sessionToken: token })) ?? stranger;
const administrator = async () => actorWith(await tokenOf());
const staff = async () => actorWith(await tokenOf(giulia.email));
/** the token of a look */
async function look(from: Actor, userId = marco.id): Promise<string | null> {
  const { session } = await ask(from, VIEW_AS, { input: { userId } });
  return session?.token ?? null;
}
const audited = async () =>
  (
    await sql(
      `select payload from identity.outbox where name = 'platform.audit-entry.recorded.v1'
       and payload->>'action' = 'session.viewed-as'`,
    )
  ).rows.map(({ payload }) => payload as Record<string, unknown>);
const looks = async () => (await sql('select from identity.session where viewed_by is not null')).rowCount;

describe('looking through the eyes of a person', () => {
  test('an administrator sees what the person sees, and the log keeps it', async () => {
    const before = await tokenOf();
    const self = await actorWith(before);
    const answer = await ask(self, VIEW_AS, { input: { userId: marco.id } });
    expect(answer.data?.viewAs).toEqual({
      __typename: 'ViewAsSuccess',
      viewer: {
        kind: 'USER',
        rights: ['device:read', 'meter:read', 'order:place', 'order:read', 'ticket:open', 'ticket:read'],
        user: { email: marco.email },
        viewedBy: { firstName: anna.firstName, lastName: anna.lastName },
      },
    });
    const viewed = await actorWith(answer.session?.token ?? null);
    expect(viewed).toMatchObject({ id: marco.id, viewedBy: anna.id, customerId: rossi.id, locale: 'nl' });
    expect(await audited()).toMatchObject([
      { actor: { kind: 'user', id: anna.id }, target: { kind: 'user', id: marco.id }, customerId: rossi.id },
    ]);
    // The own session waits with a token that nobody has.
    expect(await resolve({ sessionToken: before })).toBeNull();
    expect(
      (await sql(`select from identity.session where user_id = '${anna.id}' and ended_at is null`)).rowCount,
    ).toBe(1);
  });

  test('back to the own eyes: the same session with a new token, once', async () => {
    const before = await tokenOf();
    const self = await actorWith(before);
    const token = await look(self);
    const viewed = await actorWith(token);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(viewed, END)));
    const resumed = answers.filter((answer) => answer.session?.token);
    expect(resumed).toHaveLength(1);
    const own = await actorWith(resumed[0]?.session?.token ?? null);
    expect(own).toMatchObject({ id: anna.id, viewedBy: null, sessionId: self.sessionId });
    expect(await resolve({ sessionToken: token })).toBeNull();
    expect(await resolve({ sessionToken: before })).toBeNull();
    expect(await look(own)).not.toBeNull();
  });

  test('nothing can be changed, except going back and signing out', async () => {
    const viewed = await actorWith(await look(await administrator()));
    const change = await ask(viewed, 'mutation { updateMyLocale(input: { locale: "en" }) { __typename } }');
    expect(change.errors?.[0]?.extensions.code).toBe('VIEW_ONLY');
    const again = await ask(viewed, VIEW_AS, { input: { userId: anna.id } });
    expect(again.errors?.[0]?.extensions.code).toBe('VIEW_ONLY');
    expect((await sql(`select locale from identity.user_account where id = '${marco.id}'`)).rows).toEqual([
      { locale: 'nl' },
    ]);
  });

  test('signing out of a look signs out altogether', async () => {
    const viewed = await actorWith(await look(await administrator()));
    expect((await ask(viewed, SIGN_OUT)).session).toEqual({ token: null });
    expect((await sql('select from identity.session where ended_at is null')).rowCount).toBe(0);
    expect(await ask(viewed, END)).toEqual({
      data: { endViewAs: { resumed: false } },
      session: { token: null },
    });
  });

  test('half an hour at most, and not longer than the own session', async () => {
    const self = await administrator();
    const token = await look(self);
    const left = `select expires_at - now() between interval '29 minutes' and interval '30 minutes' as half
      from identity.session where viewed_by is not null`;
    expect((await sql(left)).rows).toEqual([{ half: true }]);
    await sql(`update identity.session set expires_at = now() where viewed_by is not null`);
    expect(await resolve({ sessionToken: token })).toBeNull();
    await sql(
      `update identity.session set expires_at = now() + interval '5 minutes' where id = '${self.sessionId}'`,
    );
    await look(self);
    const longest = `select max(expires_at) <= now() + interval '5 minutes' as short from identity.session where viewed_by is not null`;
    expect((await sql(longest)).rows).toEqual([{ short: true }]);
  });

  test('twenty at once from one session: one look', async () => {
    const self = await administrator();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(self, VIEW_AS, { input: { userId: marco.id } })),
    );
    const kinds = answers.map((answer) => (answer.data?.viewAs as { code?: string }).code ?? 'seen').sort();
    expect(kinds).toEqual([...Array.from({ length: 19 }, () => 'VIEW_NOT_ALLOWED'), 'seen']);
    expect(await looks()).toBe(1);
  });

  test('a request through other eyes costs one statement more than none', async () => {
    const token = await look(await administrator());
    expect(await statementsOf(() => resolve({ sessionToken: token }))).toHaveLength(1);
  });
});

describe('C5 nobody sees more through other eyes than through his own', () => {
  test('staff see no prices of a customer, because they have no right to', async () => {
    const viewed = await actorWith(await look(await staff(), anna.id));
    expect(viewed).toMatchObject({ kind: 'user', id: anna.id, viewedBy: giulia.id, customerId: rossi.id });
    expect([...viewed.rights].sort()).toEqual([
      'collector:manage',
      'device:all',
      'device:read',
      'meter:read',
      'meter:submit',
      'order:approve',
      'order:place',
      'order:read',
      'ticket:open',
      'ticket:read',
    ]);
    expect(await audited()).toMatchObject([
      { actor: { kind: 'staff', id: giulia.id }, customerId: rossi.id },
    ]);
  });

  test.each([
    [
      'the right to look is taken away',
      `update identity.role set rights = array_remove(rights, 'user:manage')`,
    ],
    [
      'who looks sees only some machines now',
      `update identity.role set rights = array_remove(rights, 'device:all')`,
    ],
    [
      'who looks is deactivated',
      `update identity.user_account set deactivated_at = now() where id = '${anna.id}'`,
    ],
    ['his own session is ended', `update identity.session set ended_at = now() where viewed_by is null`],
    [
      'the person is deactivated',
      `update identity.user_account set deactivated_at = now() where id = '${marco.id}'`,
    ],
  ])('T6 when %s, the look is over at the next request', async (_, change) => {
    const token = await look(await administrator());
    expect(await resolve({ sessionToken: token })).not.toBeNull();
    await sql(change);
    expect(await resolve({ sessionToken: token })).toBeNull();
  });

  test('a right taken from who looks is gone from the look', async () => {
    const token = await look(await administrator());
    await sql(
      `update identity.role set rights = array_remove(rights, 'ticket:read') where name = 'Administrator'`,
    );
    expect((await resolve({ sessionToken: token }))?.rights.has('ticket:read')).toBe(false);
  });
});

describe('R33, C6 through whose eyes nobody looks', () => {
  const unknown = '00000000-0000-7000-8000-00000000ffff';
  const NOT_FOUND = {
    __typename: 'ViewAsRefusedError',
    code: 'USER_NOT_FOUND',
    message: 'Questa persona non esiste, oppure non è una delle Sue.',
  };

  test('a person of another organisation, staff, an erased one and nobody are told alike', async () => {
    const self = await administrator();
    await sql(
      `update identity.user_account set erased_at = now(), deactivated_at = now() where id = '${marco.id}'`,
    );
    for (const userId of [carla.id, giulia.id, marco.id, unknown, "' or true --"])
      expect((await ask(self, VIEW_AS, { input: { userId } })).data).toEqual({ viewAs: NOT_FOUND });
    expect([await looks(), await audited()]).toEqual([0, []]);
    expect(await data(self, '{ viewer { user { email } viewedBy { firstName } } }')).toEqual({
      viewer: { user: { email: anna.email }, viewedBy: null },
    });
  });

  test('staff do not look through the eyes of staff or of another branch', async () => {
    const self = await staff();
    for (const userId of [giulia.id, daan.id, jan.id, unknown])
      expect((await ask(self, VIEW_AS, { input: { userId } })).data?.viewAs).toMatchObject({
        code: 'USER_NOT_FOUND',
      });
  });

  test('who has not the right is refused, and nothing is opened', async () => {
    const member = await actorWith(await tokenOf(marco.email));
    const { errors } = await ask(member, VIEW_AS, { input: { userId: anna.id } });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    expect([await looks(), await audited()]).toEqual([0, []]);
  });

  test('without a look there is nothing to go back from', async () => {
    expect(await ask(stranger, END)).toEqual({ data: { endViewAs: { resumed: false } } });
    const self = await administrator();
    expect(await ask(self, END)).toEqual({ data: { endViewAs: { resumed: true } } });
    expect(await resolve({ sessionToken: await tokenOf() })).not.toBeNull();
  });
});
