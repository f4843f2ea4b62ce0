import type { World } from '@platen/contracts';
import { type Actor, type Tx, anonymous, system } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  startTestService,
} from '@platen/testing';
import { type IdentityApp, identity } from '../src/index';
import { buildKey, buildUser, password } from './factories';

export const branch = buildBranch();
export const rossi = buildCustomer(branch);
export const anna = buildUser(rossi, { email: 'Anna.Neri@rossi.example' });
export const giulia = buildUser(branch, { email: 'giulia@platen.example', locale: 'en' });
export const collector = buildKey(rossi);
const world = buildWorld({
  branches: [branch],
  customers: [rossi],
  users: [anna, giulia],
  keys: [collector],
});

/** Who has not signed in yet. */
export const stranger = anonymous('request-1', 'en');

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on SignInSuccess { viewer { kind user { id email roleName } customer { id name branch { code } }
    branch { code passwordHelp contacts { topic } } } }
  ... on TooManyAttemptsError { retryAt }
  ... on UserError { code message } } }`;

export interface SignInFrom {
  readonly actor?: Actor | null;
  /** null: unknown */
  readonly address?: string | null;
}

/** Starts identity for the tests of a file, with the same few people before each of them. */
export function useIdentity() {
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

  const ask: TestService<IdentityApp>['ask'] = (...question) => service.ask(...question);
  const signIn = (email: string, typed = password, from: SignInFrom = {}) =>
    ask(from.actor ?? stranger, SIGN_IN, { input: { email, password: typed } }, from.address);
  return {
    /** more people, customers, branches */
    load: (more: World) => service.app.load(more),
    ask,
    signIn,
    data: (actor: Actor, document: string) => service.data(actor, document),
    /** null when it succeeded */
    refusal: async (...typed: Parameters<typeof signIn>) =>
      ((await signIn(...typed)).data?.signIn as { code?: string }).code ?? null,
    /** signs Anna in */
    tokenOf: async (email = anna.email) => (await signIn(email)).session?.token ?? null,
    resolve: (credentials: {
      sessionToken?: string | null;
      bearer?: string | null;
      acceptLanguage?: string;
    }) =>
      service.app.access.resolve({
        sessionToken: credentials.sessionToken ?? null,
        bearer: credentials.bearer ?? null,
        acceptLanguage: credentials.acceptLanguage ?? null,
        requestId: 'request-2',
      }),
    /** as a job or event handler would */
    asSystem: (run: (tx: Tx) => Promise<void>) => service.runtime.work.write(system('test'), run),
    /** the service's own, for jobs that a test carries out itself */
    letters: () => service.app.letters,
    /** as superuser */
    sql: (text: string) => database.admin.query(text),
  };
}
