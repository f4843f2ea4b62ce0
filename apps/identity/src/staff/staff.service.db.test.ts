import type { Actor } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  startTestService,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser, password } from '../../test/factories';
import { staffActor } from '../../test/staff-actors';
import { type IdentityApp, identity } from '../index';
import { roleIdOf } from '../world/given-roles-of';

const MEMBER = `id firstName state role { name } viewerCanChangeRole viewerCanDeactivate viewerCanReactivate`;
const ERRORS = `... on UserError { code message }`;
const LIST = `query ($first: Int, $after: String) { staff(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { ${MEMBER} } } } }`;
const ROLE = `mutation ($userId: ID!, $roleId: ID!) { updateStaffRole(input: { userId: $userId, roleId: $roleId }) {
  __typename ... on UpdateStaffRoleSuccess { member { ${MEMBER} } } ${ERRORS} } }`;
const DEACTIVATE = `mutation ($userId: ID!) { deactivateStaff(userId: $userId) {
  __typename ... on DeactivateStaffSuccess { member { ${MEMBER} } } ${ERRORS} } }`;
const REACTIVATE = `mutation ($userId: ID!) { reactivateStaff(userId: $userId) {
  __typename ... on ReactivateStaffSuccess { member { ${MEMBER} } } ${ERRORS} } }`;
const INVITE = `mutation ($input: InviteUsersInput!) { inviteUsers(input: $input) { __typename } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
const ROUNDS = 20;

const italy = buildBranch();
const netherlands = buildBranch({ code: 'NL' });
const rossi = buildCustomer(italy);
const berta = buildUser(italy, { firstName: 'Berta', lastName: 'Alba', role: 'Branch administrator' });
const carla = buildUser(italy, { firstName: 'Carla', lastName: 'Bruni', role: 'Branch administrator' });
const dario = buildUser(italy, { firstName: 'Dario', lastName: 'Conti', role: 'Service desk', locale: 'en' });
const wim = buildUser(netherlands, { firstName: 'Wim', role: 'Branch administrator' });
const anna = buildUser(rossi);
const world = buildWorld({
  branches: [italy, netherlands],
  customers: [rossi],
  users: [berta, carla, dario, wim, anna],
});
const roleId = (name: string, branch = italy) => roleIdOf(branch.id, null, name);

describe('staff of a branch', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
  });
  const load = async () => {
    await database.clean();
    await service.app.load(world);
    await database.admin.query('delete from identity.outbox');
  };
  beforeEach(load);
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  const rows = async (sql: string) => (await database.admin.query(sql)).rows as Record<string, unknown>[];
  const run = async (actor: Actor, document: string, variables: Record<string, unknown>) =>
    Object.values(
      await service.data<Record<string, Record<string, unknown>>>(actor, document, variables),
    )[0] ?? {};
  const changeRole = (by: Actor, userId: string, name: string) =>
    run(by, ROLE, { userId, roleId: roleId(name) });
  const deactivate = (by: Actor, userId: string) => run(by, DEACTIVATE, { userId });
  const audited = async () =>
    (
      await rows(`select payload->>'action' as action from identity.outbox
      where name = 'platform.audit-entry.recorded.v1' order by id`)
    ).map(({ action }) => action);
  const state = () =>
    rows(
      `select first_name, role_id, deactivated_at is null as active from identity.user_account order by 1, 2`,
    );

  test('are listed by name, those of the own branch alone, page by page', async () => {
    const { staff } = await service.data<{ staff: Listed }>(staffActor(berta), LIST, { first: 2 });
    expect(staff).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await service.data<{ staff: Listed }>(staffActor(berta), LIST, {
      after: staff.pageInfo.endCursor,
    });
    const all = [...staff.edges, ...rest.staff.edges].map(({ node }) => node);
    expect(all.map((node) => [node.firstName, node.viewerCanDeactivate])).toEqual([
      ['Berta', false],
      ['Carla', true],
      ['Dario', true],
    ]);
  });

  interface Listed {
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: readonly { readonly node: Record<string, unknown> }[];
  }

  test('another role acts at the next request, and the person is told', async () => {
    const { session } = await service.ask(actors.anonymous, SIGN_IN, {
      input: { email: dario.email, password },
    });
    expect(await changeRole(staffActor(berta), dario.id, 'Finance')).toMatchObject({
      __typename: 'UpdateStaffRoleSuccess',
      member: { firstName: 'Dario', role: { name: 'Finance' } },
    });
    const credentials = { bearer: null, acceptLanguage: null, requestId: 'request' };
    expect(
      await service.app.access.resolve({ ...credentials, sessionToken: session?.token ?? null }),
    ).toBeNull();
    expect(await rows('select recipient, template from identity.mail')).toEqual([
      { recipient: dario.email, template: 'rights-changed' },
    ]);
    expect(await audited()).toContain('user.rights-changed');
  });

  test('deactivated: no sign-in; reactivated: as before', async () => {
    const signIn = async () =>
      (await service.ask(actors.anonymous, SIGN_IN, { input: { email: dario.email, password } })).data
        ?.signIn;
    expect(await deactivate(staffActor(berta), dario.id)).toMatchObject({ member: { state: 'DEACTIVATED' } });
    expect(await signIn()).toEqual({ __typename: 'WrongCredentialsError' });
    expect(await deactivate(staffActor(berta), dario.id)).toMatchObject({ code: 'USER_DEACTIVATED' });
    expect(await run(staffActor(berta), REACTIVATE, { userId: dario.id })).toMatchObject({
      member: { state: 'ACTIVE' },
    });
    expect(await signIn()).toEqual({ __typename: 'SignInSuccess' });
    expect((await audited()).filter((action) => String(action).startsWith('user.'))).toEqual([
      'user.deactivated',
      'user.reactivated',
    ]);
  });

  test('C5 nobody changes his own role, and nobody gives what he does not have', async () => {
    const before = await state();
    expect(await changeRole(staffActor(berta), berta.id, 'Finance')).toMatchObject({ code: 'OWN_ACCOUNT' });
    await database.admin.query(
      `update identity.role set rights = '{staff:manage}' where id = '${roleId('Logistics')}'`,
    );
    await database.admin.query(
      `update identity.user_account set role_id = '${roleId('Logistics')}' where id = '${carla.id}'`,
    );
    const lesser: Actor = { ...staffActor(carla), rights: new Set(['staff:manage']) };
    expect(await changeRole(lesser, dario.id, 'Branch administrator')).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'RIGHT_NOT_YOURS',
    });
    const dariosRow = ({ first_name }: Record<string, unknown>) => first_name === 'Dario';
    expect((await state()).find(dariosRow)).toEqual(before.find(dariosRow));
    expect(await rows('select 1 from identity.mail')).toEqual([]);
  });

  test.each(['demote', 'deactivate'] as const)(
    'C5 two administrators %s each other at once: one is left, 20 rounds',
    async (how) => {
      for (let round = 0; round < ROUNDS; round++) {
        await load();
        const remove = (by: typeof berta, whom: typeof berta) =>
          how === 'demote'
            ? changeRole(staffActor(by), whom.id, 'Service desk')
            : deactivate(staffActor(by), whom.id);
        const outcomes = await Promise.all([remove(berta, carla), remove(carla, berta)]);
        expect(outcomes.filter(({ code }) => code === undefined)).toHaveLength(1);
        const [left] = await rows(`select count(*)::int from identity.user_account
          where role_id = '${roleId('Branch administrator')}' and deactivated_at is null`);
        expect(left).toEqual({ count: 1 });
      }
    },
    60_000,
  );

  test('C5 the last one who can manage staff stays, with words; a colleague of another branch does not count', async () => {
    await deactivate(staffActor(berta), carla.id);
    const ghost: Actor = { ...staffActor(dario), rights: new Set(['staff:manage']) };
    await database.admin.query(
      `update identity.user_account set granted_rights = '{staff:manage}', password_hash = null where id = '${dario.id}'`,
    );
    expect(await deactivate(ghost, berta.id)).toMatchObject({
      __typename: 'LastAdministratorError',
      code: 'LAST_ADMINISTRATOR',
    });
    expect((await state()).find(({ first_name }) => first_name === 'Berta')).toMatchObject({ active: true });
  });

  test('are invited as everybody is, into the own branch, with a role of its staff', async () => {
    const invite = (role: string) =>
      run(staffActor(berta), INVITE, {
        input: { idempotencyKey: `invite-${role}`, rows: [{ email: 'new@platen.example', roleId: role }] },
      });
    await invite(roleId('Finance'));
    expect(await rows('select customer_id, branch_id, email, invited_by from identity.invitation')).toEqual([
      { customer_id: null, branch_id: italy.id, email: 'new@platen.example', invited_by: berta.id },
    ]);
    expect(await rows('select template from identity.mail')).toEqual([{ template: 'staff-invitation' }]);
  });

  test.each([
    ['of another branch', wim.id],
    ['of a customer', anna.id],
    ['of nobody', '00000000-0000-7000-8000-000000000999'],
    ['that is none', 'no id'],
  ])('C6 an id %s is not found, all alike, and nothing changes', async (_whose, userId) => {
    const before = await state();
    for (const answer of [
      await changeRole(staffActor(berta), userId, 'Finance'),
      await deactivate(staffActor(berta), userId),
      await run(staffActor(berta), REACTIVATE, { userId }),
    ])
      expect(answer).toMatchObject({ __typename: 'UserNotFoundError', code: 'USER_NOT_FOUND' });
    expect(await state()).toEqual(before);
    expect(await rows('select 1 from identity.outbox')).toEqual([]);
  });

  test('C6 a role of another branch or of a customer is none', async () => {
    for (const foreign of [roleId('Finance', netherlands), roleIdOf(italy.id, rossi.id, 'Member'), 'no id'])
      expect(await run(staffActor(berta), ROLE, { userId: dario.id, roleId: foreign })).toMatchObject({
        code: 'ROLE_UNKNOWN',
      });
  });

  test.each([
    ['the service desk', staffActor(dario, 'Service desk')],
    [
      'an administrator of a customer',
      { ...actors.administrator, id: anna.id, customerId: rossi.id, branchId: italy.id },
    ],
  ])('C1 %s does none of this', async (_who, actor) => {
    for (const [document, variables] of [
      [LIST, {}],
      [ROLE, { userId: carla.id, roleId: roleId('Finance') }],
      [DEACTIVATE, { userId: carla.id }],
    ] as const)
      expect((await service.ask(actor, document, variables)).errors?.[0]?.extensions.code).toBe(
        'UNAUTHORIZED',
      );
  });
});
