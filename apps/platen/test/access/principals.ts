import { randomUUID } from 'node:crypto';
import type { Right } from '@platen/contracts';
import { type Actor, anonymous } from '@platen/platform';
import { buildActor } from '@platen/testing';
import type { WholeProduct } from '../whole-product';
import type { Tenant, Tenants } from './tenants';

/** Somebody who asks, and the tenants whose data he may get to see at most. */
export interface Principal {
  readonly name: string;
  readonly actor: Actor;
  /** customers whose rows may appear in an answer to him; what exactly is the policies' business */
  readonly tenants: readonly Tenant[];
}

const readEverything: readonly Right[] = [
  'device:read',
  'order:read',
  'ticket:read',
  'meter:read',
  'report:read',
  'invoice:read',
  'contract:read',
];

/** One of each kind of caller that threats T1 names, made of the accounts and keys of the demo world. */
export async function makePrincipals(product: WholeProduct, tenants: Tenants): Promise<Principal[]> {
  const { rossi, verdi, vandijk } = tenants;
  const everybody = anonymous('matrix', 'en');
  const person = (email: string) => personOf(product, email);
  const member = await person('marco.conti@rossi.example');
  const administrator = await person('elena.bianchi@rossi.example');
  const foreign = await person('paolo.verdi@verdi.example');
  const desk = await person('desk.it@platen.example');
  const dutchDesk = await person('desk.nl@platen.example');
  const key = (rights: readonly Right[]) =>
    buildActor({ kind: 'partner', customerId: rossi.id, branchId: rossi.branchId, rights });
  return [
    { name: 'anonymous', actor: everybody, tenants: [] },
    {
      name: 'guest',
      actor: buildActor({ kind: 'guest', customerId: rossi.id, branchId: rossi.branchId }),
      tenants: [],
    },
    { name: 'member with some devices', actor: member, tenants: [rossi] },
    { name: 'administrator', actor: administrator, tenants: [rossi] },
    { name: 'ended user', actor: await endedUser(product), tenants: [] },
    { name: "other tenant's administrator", actor: foreign, tenants: [verdi] },
    { name: 'service desk', actor: desk, tenants: [rossi, verdi] },
    {
      name: 'branch administrator',
      actor: await withRole(product, desk, 'Branch administrator'),
      tenants: [rossi, verdi],
    },
    {
      name: 'staff of the other branch',
      actor: await withRole(product, dutchDesk, 'Branch administrator'),
      tenants: [vandijk],
    },
    { name: 'partner key with scope', actor: key(readEverything), tenants: [rossi] },
    { name: 'partner key without scope', actor: key([]), tenants: [rossi] },
  ];
}

interface PersonRow {
  readonly id: string;
  readonly customer_id: string | null;
  readonly branch_id: string;
  readonly rights: Right[];
}

async function personOf(product: WholeProduct, email: string): Promise<Actor> {
  const { rows } = await product.database.admin.query<PersonRow>(
    `select person.id, person.customer_id, person.branch_id, role.rights
     from identity.user_account person join identity.role role on role.id = person.role_id
     where person.email = $1`,
    [email],
  );
  const [row] = rows;
  if (!row) throw new Error(`The demo has no ${email}.`);
  return buildActor({
    kind: row.customer_id ? 'user' : 'staff',
    id: row.id,
    customerId: row.customer_id,
    branchId: row.branch_id,
    rights: row.rights,
    sessionId: randomUUID(),
  });
}

async function withRole(product: WholeProduct, actor: Actor, role: string): Promise<Actor> {
  const { rows } = await product.database.admin.query<{ rights: Right[] }>(
    `select rights from identity.role where name = $1 and branch_id = $2 and customer_id is null`,
    [role, actor.branchId],
  );
  if (!rows[0]) throw new Error(`The branch has no role ${role}.`);
  return { ...actor, rights: new Set(rows[0].rights) };
}

/** What is left of somebody whose session has ended: the gateway asks, and nobody known comes back. */
async function endedUser(product: WholeProduct): Promise<Actor> {
  const { actorAccess } = product.runtimeOf('identity').ports;
  const credentials = { bearer: null, acceptLanguage: 'en', requestId: 'matrix' };
  const ended = await actorAccess?.resolve({ ...credentials, sessionToken: 'a-token-that-was-ended' });
  if (ended !== null) throw new Error('An ended session must lead to nobody.');
  const nobody = await actorAccess?.resolve({ ...credentials, sessionToken: null });
  if (!nobody) throw new Error('Without credentials everybody is anonymous.');
  return nobody;
}
