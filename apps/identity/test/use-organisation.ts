import type { Right, WorldUser } from '@platen/contracts';
import { type Actor, anonymous } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildActor,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  startTestService,
} from '@platen/testing';
import { type IdentityApp, identity } from '../src/index';
import { customerRoles, staffRoles } from '../src/roles/given-roles';
import { roleIdOf } from '../src/world/given-roles-of';
import { buildUser, password } from './factories';

export const italy = buildBranch();
export const netherlands = buildBranch({ code: 'NL' });
export const rossi = buildCustomer(italy, { name: 'Rossi' });
export const verdi = buildCustomer(italy, { name: 'Verdi' });
export const dijk = buildCustomer(netherlands, { name: 'Van Dijk' });

/** Two administrators and a member of Rossi, somebody of two other organisations, and staff of Rossi's branch. */
export const anna = buildUser(rossi, { firstName: 'Anna', lastName: 'Neri' });
export const bruno = buildUser(rossi, { firstName: 'Bruno', lastName: 'Galli', locale: 'nl' });
export const marco = buildUser(rossi, {
  firstName: 'Marco',
  lastName: 'Bianchi',
  role: 'Member',
  locale: 'en',
});
export const paolo = buildUser(verdi, { firstName: 'Paolo', lastName: 'Verdi', role: 'Member' });
export const joost = buildUser(dijk, { firstName: 'Joost', lastName: 'Van Dijk', role: 'Member' });
export const giulia = buildUser(italy, { firstName: 'Giulia', lastName: 'Sala' });
export const berta = buildUser(italy, {
  firstName: 'Berta',
  lastName: 'Riva',
  role: 'Branch administrator',
});
/** of nobody */
export const unknown = '00000000-0000-7000-8000-000000000999';

const world = buildWorld({
  branches: [italy, netherlands],
  customers: [rossi, verdi, dijk],
  users: [anna, bruno, marco, paolo, joost, giulia, berta],
});

/** A person as the gateway would know him, with the rights of his role unless told otherwise. */
export function actorOf(person: WorldUser, rights?: readonly Right[]): Actor {
  const roles: Readonly<Record<string, readonly Right[]>> = { ...customerRoles, ...staffRoles };
  return buildActor({
    kind: person.customerId === null ? 'staff' : 'user',
    id: person.id,
    branchId: person.branchId,
    customerId: person.customerId,
    locale: 'en',
    rights: rights ?? roles[person.role] ?? [],
  });
}

/** Id of a given role of Rossi. */
export const roleOfRossi = (name: 'Administrator' | 'Member') => roleIdOf(italy.id, rossi.id, name);

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

/** Starts identity for the tests of a file, with these people before each of them. */
export function useOrganisation() {
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
    await database.admin.query('delete from identity.outbox');
  });

  const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.admin.query(text, values)).rows as Row[];
  return {
    ask: (actor: Actor, document: string, variables?: Record<string, unknown>) =>
      service.ask(actor, document, variables),
    /** the one root field of an answer. @throws Error on errors */
    answer: async <Answer>(actor: Actor, document: string, variables?: Record<string, unknown>) => {
      const data = await service.data<Record<string, Answer>>(actor, document, variables);
      const [first] = Object.values(data);
      if (first === undefined) throw new Error('The answer is empty.');
      return first;
    },
    /** a session's token */
    signIn: async ({ email }: WorldUser) =>
      (await service.ask(anonymous('test', 'en'), SIGN_IN, { input: { email, password } })).session?.token ??
      null,
    /** what a session's next request may do; null when it is no session any more */
    resolve: (sessionToken: string | null) =>
      service.app.access.resolve({ sessionToken, bearer: null, acceptLanguage: null, requestId: 'next' }),
    /** as superuser */
    sql,
    /** letters that went out, oldest first */
    letters: () =>
      sql<{ template: string; recipient: string; locale: string; data: Record<string, unknown> }>(
        'select template, recipient, locale, data from identity.mail order by id',
      ),
    /** what the audit log will say was done, oldest first; refusals are the platform's */
    audits: async () =>
      (
        await sql<{ payload: Record<string, unknown> }>(
          `select payload from identity.outbox
           where name = 'platform.audit-entry.recorded.v1' and payload->>'action' <> 'access.denied' order by id`,
        )
      ).map(({ payload }) => payload),
    /** whether anything about these people is other than it was loaded */
    people: () =>
      sql<Record<string, unknown>>(
        `select id, role_id, granted_rights, deactivated_at, erased_at, first_name, last_name, phone
         from identity.user_account order by id`,
      ),
  };
}
