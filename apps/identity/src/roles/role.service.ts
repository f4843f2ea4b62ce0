import { type Actor, type Tx, type UnitOfWork, isId } from '@platen/platform';
import { type RoleOwner, managesRolesOf, rolesVisibleTo } from './role.policy';
import { type Role, type RoleRow, inOrder, toRole } from './role.row';

/** Reads roles. */
export class RoleService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * All roles of an organisation, or of a branch's staff: there are few.
   * @param customerId  null: the actor's own side; somebody else's answers as one that does not exist (C6)
   */
  async list(actor: Actor, customerId: string | null): Promise<Role[]> {
    const owner = rolesVisibleTo(actor, customerId);
    if (!owner || (owner.customerId !== null && !isId(owner.customerId))) return [];
    const rows = await this.work.read(actor, (tx) => rolesOf(tx, owner));
    return inOrder(
      rows.map((row) => toRole(row, actor)),
      actor.locale,
    );
  }

  /**
   * How many people have each role, in the order of the ids. Null for a role that the actor does not look after: a
   * member learns the name of his role, not how many share it.
   */
  async countPeople(actor: Actor, roles: readonly (RoleOwner & { readonly id: string })[]) {
    const ids = roles.filter((role) => canCountPeople(actor, role)).map(({ id }) => id);
    if (ids.length === 0) return roles.map(() => null);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ id: string; people: number }>(COUNT_PEOPLE, [ids]),
    );
    const people = new Map(rows.map((row) => [row.id, row.people]));
    return roles.map(({ id }) => (ids.includes(id) ? (people.get(id) ?? 0) : null));
  }
}

function canCountPeople(actor: Actor, role: RoleOwner): boolean {
  return (
    managesRolesOf(actor, role) || (actor.kind === 'staff' && rolesVisibleTo(actor, role.customerId) !== null)
  );
}

/** The roles of one owner, in no order. */
export function rolesOf(tx: Tx, { branchId, customerId }: RoleOwner): Promise<RoleRow[]> {
  return customerId === null
    ? tx.query<RoleRow>(OF_STAFF, [branchId])
    : tx.query<RoleRow>(OF_CUSTOMER, [branchId, customerId]);
}

/** One role of this owner, null for anybody else's as for none. */
export async function roleOf(tx: Tx, owner: RoleOwner, id: string): Promise<RoleRow | null> {
  return (await rolesOf(tx, owner)).find((role) => role.id === id.toLowerCase()) ?? null;
}

const COLUMNS = `id, branch_id as "branchId", customer_id as "customerId", name, rights`;

const OF_CUSTOMER = `select ${COLUMNS} from role where branch_id = $1 and customer_id = $2`;

const OF_STAFF = `select ${COLUMNS} from role where branch_id = $1 and customer_id is null`;

const COUNT_PEOPLE = `
  select role_id as id, count(*)::int as people from user_account
  where role_id = any($1::uuid[]) and erased_at is null group by role_id`;
