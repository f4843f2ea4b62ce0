import { randomUUID } from 'node:crypto';
import { type EventDefinition, type PayloadOf, auditEntryRecorded } from '@platen/contracts';
import { type Actor, system } from '@platen/platform';
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
import { staffRoles } from '../src/roles/given-roles';
import { actors } from './actors';
import { buildUser } from './factories';

const branch = buildBranch();
export const rossi = buildCustomer(branch, { name: 'Rossi' });
export const verdi = buildCustomer(branch, { name: 'Verdi' });
const elsewhere = buildBranch({ code: 'NL' });
const abroad = buildCustomer(elsewhere);
const anna = buildUser(rossi, { firstName: 'Anna', lastName: 'Neri' });
const giulia = buildUser(branch);
const world = buildWorld({
  branches: [branch, elsewhere],
  customers: [rossi, verdi, abroad],
  users: [anna, giulia],
});

/** Rossi's administrator. */
export const administrator: Actor = {
  ...actors.administrator,
  id: anna.id,
  customerId: rossi.id,
  branchId: branch.id,
};
/** Runs the branch that Rossi and Verdi belong to. */
export const branchAdministrator: Actor = {
  ...actors.staff,
  id: giulia.id,
  branchId: branch.id,
  rights: new Set(staffRoles['Branch administrator']),
};
/** The same of another branch. */
export const foreigner: Actor = { ...branchAdministrator, branchId: elsewhere.id };

const KEY = `id kind name prefix scopes state createdBy expiresAt lastUsedAt requestsPerMinute costPerMinute
  viewerCanRotate viewerCanRevoke customer { name }`;
const ERRORS = `... on UserError { code message } ... on InvalidInputError { fields { path message } }`;
const CREATE = `mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { __typename
  ... on CreatePartnerKeySuccess { key { ${KEY} } secret } ${ERRORS} } }`;
const ROTATE = `mutation ($input: RotatePartnerKeyInput!) { rotatePartnerKey(input: $input) { __typename
  ... on RotatePartnerKeySuccess { key { ${KEY} } secret replaced { ${KEY} } } ${ERRORS} } }`;
const REVOKE = `mutation ($input: RevokePartnerKeyInput!) { revokePartnerKey(input: $input) { __typename
  ... on RevokePartnerKeySuccess { key { ${KEY} } } ... on UserError { code message } } }`;
const LIST = `query ($first: Int, $after: String, $customerId: ID) {
  partnerKeys(first: $first, after: $after, customerId: $customerId) {
    edges { node { ${KEY} } } pageInfo { hasNextPage endCursor } } }`;

/** What a mutation of keys answered. */
export interface KeyAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly secret?: string | null;
  readonly key?: Record<string, unknown> & { readonly id: string; readonly state: string };
  readonly replaced?: Record<string, unknown> & { readonly state: string };
}

/** Starts identity for the tests of keys, with the same few people before each of them. */
export function useKeys() {
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

  const answerOf = async (actor: Actor, document: string, field: string, input: object) => {
    const data = await service.data<Record<string, KeyAnswer>>(actor, document, { input });
    const answer = data[field];
    if (!answer) throw new Error(`${field} did not answer.`);
    return answer;
  };
  const create = (actor: Actor, input: object = {}) =>
    answerOf(actor, CREATE, 'createPartnerKey', {
      name: 'ERP',
      scopes: ['order:read', 'order:place'],
      idempotencyKey: randomUUID(),
      ...input,
    });
  return {
    ask: (actor: Actor, document: string, variables?: Record<string, unknown>) =>
      service.ask(actor, document, variables),
    create,
    /** a key that works: its id and the key itself */
    made: async (actor: Actor = administrator, input: object = {}) => {
      const { key, secret } = await create(actor, input);
      if (!key || !secret) throw new Error('No key was made.');
      return { id: key.id, secret };
    },
    rotate: (actor: Actor, keyId: string, overlapHours = 24) =>
      answerOf(actor, ROTATE, 'rotatePartnerKey', { keyId, overlapHours }),
    revoke: (actor: Actor, keyId: string) => answerOf(actor, REVOKE, 'revokePartnerKey', { keyId }),
    list: async (actor: Actor, variables: Record<string, unknown> = {}) => {
      const data = await service.data<{
        partnerKeys: {
          edges: { node: NonNullable<KeyAnswer['key']> }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(actor, LIST, variables);
      return data.partnerKeys;
    },
    resolve: (bearer: string) =>
      service.app.access.resolve({
        sessionToken: null,
        bearer,
        acceptLanguage: null,
        requestId: 'request-2',
      }),
    issue: (clientId: string, clientSecret: string, scopes: string[] | null = null) =>
      service.app.tokens.issue({ clientId, clientSecret, scopes, requestId: 'request-3' }),
    /** what the audit log was told, by action */
    audited: async () => {
      const { rows } = await database.admin.query<{ payload: { action: string; [fact: string]: unknown } }>(
        'select payload from identity.outbox where name = $1 order by id',
        [auditEntryRecorded.name],
      );
      return rows.map(({ payload }) => payload);
    },
    /** hands an event to identity's consumers, each in a transaction of its own */
    deliver: async <Event extends EventDefinition>(event: Event, payload: PayloadOf<Event>) => {
      const { work, log } = service.runtime;
      for (const consumer of identity.consumers.filter((each) => each.event === event))
        await work.write(system('event'), (tx) =>
          consumer.handle(service.app, payload, { tx, messageId: randomUUID(), log }),
        );
    },
    /** as superuser */
    sql: (text: string) => database.admin.query(text),
  };
}
