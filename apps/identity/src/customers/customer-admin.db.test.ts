import { randomUUID } from 'node:crypto';
import { customerChanged } from '@platen/contracts';
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
import { buildKey, buildUser, password } from '../../test/factories';
import { staffActor } from '../../test/staff-actors';
import { type IdentityApp, identity } from '../index';

const CUSTOMER = `id number name locale notificationEmail suspendedAt viewerCanManage`;
const ERRORS = `... on InvalidInputError { fields { path message } } ... on UserError { code message }`;
const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { __typename
  ... on CreateCustomerSuccess { customer { ${CUSTOMER} } } ${ERRORS} } }`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { __typename
  ... on UpdateCustomerSuccess { customer { ${CUSTOMER} } } ${ERRORS} } }`;
const SUSPEND = `mutation ($id: ID!) { suspendCustomer(customerId: $id) { __typename
  ... on SuspendCustomerSuccess { customer { suspendedAt } } ... on UserError { code } } }`;
const RESUME = `mutation ($id: ID!) { resumeCustomer(customerId: $id) { __typename
  ... on ResumeCustomerSuccess { customer { suspendedAt } } ... on UserError { code } } }`;
const INVITE = `mutation ($input: InviteAdministratorInput!) { inviteAdministrator(input: $input) { __typename ${ERRORS} } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

const italy = buildBranch();
const netherlands = buildBranch({ code: 'NL' });
const rossi = buildCustomer(italy, { name: 'Rossi', number: '1' });
const verdi = buildCustomer(italy, { name: 'Verdi', number: '2' });
const dijk = buildCustomer(netherlands, { name: 'Van Dijk', number: '1' });
const carla = buildUser(italy, { firstName: 'Carla', lastName: 'Rosso', role: 'Branch administrator' });
const anna = buildUser(rossi);
const key = buildKey(rossi);
const world = buildWorld({
  branches: [italy, netherlands],
  customers: [rossi, verdi, dijk],
  users: [carla, anna],
  keys: [key],
});
const administrator = staffActor(carla);

describe('customers in the hands of their branch', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
  });
  beforeEach(async () => {
    await database.clean();
    await service.app.load(world);
    await database.admin.query('delete from identity.outbox');
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  const rows = async (sql: string) => (await database.admin.query(sql)).rows as Record<string, unknown>[];
  const told = async () =>
    (
      await rows(`select payload from identity.outbox where name = '${customerChanged.name}' order by id`)
    ).map(({ payload }) => payload as Record<string, unknown>);
  const audited = async () =>
    (
      await rows(
        `select payload from identity.outbox where name = 'platform.audit-entry.recorded.v1' order by id`,
      )
    ).map(({ payload }) => payload as Record<string, unknown>);
  const mails = () => rows('select recipient, template from identity.mail order by recipient');
  const mutate = async (document: string, variables: Record<string, unknown>, actor: Actor = administrator) =>
    Object.values(
      await service.data<Record<string, Record<string, unknown>>>(actor, document, variables),
    )[0] ?? {};
  const input = (overrides: Record<string, unknown> = {}) => ({
    idempotencyKey: randomUUID(),
    number: '100482',
    name: 'Bianchi',
    notificationEmail: 'ufficio@bianchi.example',
    locale: 'it',
    ...overrides,
  });
  const create = (overrides: Record<string, unknown> = {}, actor?: Actor) =>
    mutate(CREATE, { input: input(overrides) }, actor);
  const names = async () =>
    (await rows('select name from identity.customer order by name')).map((row) => row.name);
  const before = ['Rossi', 'Van Dijk', 'Verdi'];

  test('a new one has its roles, is told to the other services, and its administrator is invited', async () => {
    const created = await create({ firstAdministratorEmail: ' elena@bianchi.example' });
    expect(created).toMatchObject({
      __typename: 'CreateCustomerSuccess',
      customer: { number: '100482', name: 'Bianchi', suspendedAt: null, viewerCanManage: true },
    });
    const { id } = created.customer as { id: string };
    expect(await told()).toEqual([
      {
        customerId: id,
        branchId: italy.id,
        version: 1,
        number: '100482',
        name: 'Bianchi',
        notificationEmail: 'ufficio@bianchi.example',
        locale: 'it',
      },
    ]);
    expect(await rows(`select name from identity.role where customer_id = '${id}' order by name`)).toEqual([
      { name: 'Administrator' },
      { name: 'Member' },
    ]);
    expect(await mails()).toEqual([{ recipient: 'elena@bianchi.example', template: 'invitation' }]);
    expect(await audited()).toMatchObject([
      {
        action: 'customer.created',
        customerId: id,
        branchId: italy.id,
        actor: { kind: 'staff', id: carla.id },
      },
      { action: 'user.invited', customerId: id },
    ]);
  });

  test('the invited administrator can join and look after the people', async () => {
    await create({ firstAdministratorEmail: 'elena@bianchi.example' });
    const [invited] = await rows(
      `select role.rights @> array['user:manage'] as administers, invited_by from identity.invitation
       join identity.role on role.id = invitation.role_id`,
    );
    expect(invited).toEqual({ administers: true, invited_by: carla.id });
  });

  test('C50 the same key registers once', async () => {
    const same = input({ firstAdministratorEmail: 'elena@bianchi.example' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => mutate(CREATE, { input: same })));
    expect(new Set(answers.map((answer) => (answer.customer as { id: string }).id)).size).toBe(1);
    expect(await mutate(CREATE, { input: { ...same, name: 'Other' } })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect(await names()).toEqual(['Bianchi', ...before]);
    expect(await mails()).toHaveLength(1);
  });

  test('T10 of twenty with one number at once one is registered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => create({ name: `Customer ${index}` })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'CreateCustomerSuccess')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'CUSTOMER_NUMBER_TAKEN')).toHaveLength(19);
  });

  test.each([
    ['number', { number: '1' }],
    ['number', { number: '' }],
    ['name', { name: ' ' }],
    ['notificationEmail', { notificationEmail: 'a@b.example\r\nBcc: c@d.example' }],
    ['firstAdministratorEmail', { firstAdministratorEmail: 'nobody' }],
    ['locale', { locale: 'fr' }],
    ['idempotencyKey', { idempotencyKey: 'short' }],
  ])('%s %j is refused at its place, and nothing is stored or sent', async (path, wrong) => {
    const answer = await create({ firstAdministratorEmail: 'elena@bianchi.example', ...wrong });
    expect(answer.fields).toEqual([{ path, message: expect.any(String) }]);
    expect(await names()).toEqual(before);
    expect(await rows('select 1 from identity.outbox')).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  test('a change is told once, with the next version', async () => {
    const change = { customerId: rossi.id, name: 'Rossi & figli', notificationEmail: 'nuovo@rossi.example' };
    expect(await mutate(UPDATE, { input: change })).toMatchObject({
      customer: { number: '1', name: 'Rossi & figli', notificationEmail: 'nuovo@rossi.example' },
    });
    await mutate(UPDATE, { input: change });
    expect(await told()).toMatchObject([{ customerId: rossi.id, version: 2, name: 'Rossi & figli' }]);
    expect(await audited()).toMatchObject([
      { action: 'customer.changed', customerId: rossi.id, facts: { changed: ['name', 'notificationEmail'] } },
    ]);
  });

  test('two customers never get one number', async () => {
    expect(await mutate(UPDATE, { input: { customerId: rossi.id, number: '2' } })).toMatchObject({
      code: 'CUSTOMER_NUMBER_TAKEN',
    });
    const both = [rossi, verdi].map(({ id }) => mutate(UPDATE, { input: { customerId: id, number: '9' } }));
    const answers = await Promise.all(both);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'InvalidInputError',
      'UpdateCustomerSuccess',
    ]);
  });

  test('S6 suspended: sessions end, nobody signs in, keys are worth nothing; resumed: as before', async () => {
    const signIn = () => service.ask(actors.anonymous, SIGN_IN, { input: { email: anna.email, password } });
    const { session } = await signIn();
    const credentials = { acceptLanguage: null, requestId: 'request', bearer: null, sessionToken: null };
    const byKey = () => service.app.access.resolve({ ...credentials, bearer: key.key });
    const bySession = () =>
      service.app.access.resolve({ ...credentials, sessionToken: session?.token ?? null });
    expect(await byKey()).not.toBeNull();
    expect(await bySession()).not.toBeNull();

    expect(await mutate(SUSPEND, { id: rossi.id })).toMatchObject({
      customer: { suspendedAt: expect.any(String) },
    });
    await mutate(SUSPEND, { id: rossi.id });
    expect(await byKey()).toBeNull();
    expect(await bySession()).toBeNull();
    const refused = await signIn();
    expect(refused.data?.signIn).toEqual({ __typename: 'WrongCredentialsError' });
    expect(refused.session ?? null).toBeNull();
    expect(await rows('select 1 from identity.session where ended_at is null')).toEqual([]);

    expect(await mutate(RESUME, { id: rossi.id })).toMatchObject({ customer: { suspendedAt: null } });
    expect(await byKey()).not.toBeNull();
    expect(await bySession()).toBeNull();
    expect((await signIn()).session?.token).toBeDefined();
    expect(
      (await audited())
        .map(({ action }) => action)
        .filter((action) => String(action).startsWith('customer.')),
    ).toEqual(['customer.suspended', 'customer.resumed']);
  });

  test('an administrator is invited again when the first letter was lost; the older link dies', async () => {
    const invite = (email: string) => mutate(INVITE, { input: { customerId: rossi.id, email } });
    expect(await invite('elena@rossi.example')).toEqual({ __typename: 'InviteAdministratorSuccess' });
    expect(await invite('Elena@rossi.example')).toEqual({ __typename: 'InviteAdministratorSuccess' });
    expect(await rows('select email from identity.invitation')).toEqual([{ email: 'Elena@rossi.example' }]);
    expect(await invite(anna.email.toUpperCase())).toMatchObject({
      code: 'ALREADY_MEMBER',
      fields: [{ path: 'email' }],
    });
    expect(await mails()).toHaveLength(2);
  });

  test.each([
    ['an unknown', randomUUID()],
    ['a malformed', 'no id'],
    ["another branch's", dijk.id],
  ])('C6 %s customer is not found, all alike, and nothing changes', async (_which, id) => {
    const invited = { input: { customerId: id, email: 'elena@rossi.example' } };
    const answers = [
      await mutate(UPDATE, { input: { customerId: id, name: 'Mine' } }),
      await mutate(SUSPEND, { id }),
      await mutate(RESUME, { id }),
      await mutate(INVITE, invited),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ __typename: 'CustomerNotFoundError', code: 'CUSTOMER_NOT_FOUND' });
    expect(await names()).toEqual(before);
    expect(await rows('select 1 from identity.outbox')).toEqual([]);
    expect(await mails()).toEqual([]);
    const one = await service.data(administrator, 'query ($id: ID!) { customer(id: $id) { name } }', { id });
    expect(one).toEqual({ customer: null });
  });

  test.each([
    [
      'an administrator of the customer',
      { ...actors.administrator, customerId: rossi.id, branchId: italy.id },
    ],
    ['the service desk', staffActor(carla, 'Service desk')],
  ] as const)('C1 %s registers and suspends nobody', async (_who, actor) => {
    for (const [document, variables] of [
      [CREATE, { input: input() }],
      [SUSPEND, { id: rossi.id }],
      [INVITE, { input: { customerId: rossi.id, email: 'elena@rossi.example' } }],
    ] as const) {
      const answer = await service.ask(actor, document, variables);
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    }
    expect(await names()).toEqual(before);
    expect(await mails()).toEqual([]);
  });
});
