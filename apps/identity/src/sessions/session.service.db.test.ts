import { anonymous, type Actor } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  createTestDatabase,
  startTestService,
  statementsOf,
} from '@platen/testing';
import { buildBranch, buildCustomer, buildKey, buildUser, buildWorld, password } from '../../test/factories';
import { type IdentityApp, identity } from '../index';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on SignInSuccess { viewer { kind rights user { id email roleName } customer { id name branch { code } } branch { code passwordHelp contacts { topic } } } }
  ... on TooManyAttemptsError { retryAt }
  ... on UserError { code message } } }`;

const branch = buildBranch();
const rossi = buildCustomer(branch);
const anna = buildUser(rossi, { email: 'Anna.Neri@rossi.example' });
const giulia = buildUser(branch, { email: 'giulia@platen.example', locale: 'en' });
const collector = buildKey(rossi);
const world = buildWorld({
  branches: [branch],
  customers: [rossi],
  users: [anna, giulia],
  keys: [collector],
});

const stranger = anonymous('request-1', 'en');

describe('sessions', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });
  beforeEach(async () => {
    await database.clean();
    await service.app.load(world);
  });

  const signIn = (email: string, typed: string, from: { actor?: Actor; address?: string } = {}) =>
    service.ask(from.actor ?? stranger, SIGN_IN, { input: { email, password: typed } }, from.address);
  const resolve = (credentials: { sessionToken?: string | null; bearer?: string; acceptLanguage?: string }) =>
    service.app.access.resolve({
      sessionToken: credentials.sessionToken ?? null,
      bearer: credentials.bearer ?? null,
      acceptLanguage: credentials.acceptLanguage ?? null,
      requestId: 'request-2',
    });
  const tokenOf = async (email = anna.email) => (await signIn(email, password)).session?.token ?? null;

  test('R1 a user signs in by mail whatever its case, and gets a session', async () => {
    const result = await signIn('ANNA.neri@rossi.example', password);
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

  test('one signed-in request costs identity one statement', async () => {
    const sessionToken = await tokenOf();
    expect(await statementsOf(() => resolve({ sessionToken }))).toHaveLength(1);
    expect(await statementsOf(() => resolve({ bearer: collector.key }))).toHaveLength(1);
    expect(await statementsOf(() => resolve({}))).toHaveLength(0);
  });
});
