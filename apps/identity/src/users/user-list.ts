import { type Page, type Tx, containing, isId } from '@platen/platform';
import { USER_COLUMNS, USER_TABLES, type User, type UserRow } from './user.row';
import { USER_STATE, type UserState } from './user-state';

/** What a list of people is narrowed to; null means any. */
export interface UserFilter {
  /** part of a name or mail address */
  readonly search: string | null;
  readonly state: UserState | null;
  readonly roleId: string | null;
  /** held by role or on top */
  readonly right: string | null;
}

/** One page of people by name; `total` is null where counting would cost too much. */
export interface UserPage<Row extends UserRow | User = User> {
  /** one more than the page's size when there is a next page */
  readonly rows: readonly Row[];
  readonly total: number | null;
}

/** Beyond this a total is not counted. */
const MAX_COUNTED = 1000;

/** The people of one customer, by last and first name. */
export async function listPeople(
  tx: Tx,
  owner: { readonly branchId: string; readonly customerId: string },
  filter: UserFilter,
  page: Page,
): Promise<UserPage<UserRow>> {
  // An id that is none fits nobody: neither all people nor an error.
  const [lastName, firstName, id] = page.after ?? [null, null, null];
  if ([filter.roleId, id].some((each) => each && !isId(each))) return { rows: [], total: 0 };
  const rows = await tx.query<UserRow & { readonly counted: number }>(LIST, [
    owner.customerId,
    owner.branchId,
    filter.search ? containing(filter.search) : null,
    filter.state,
    filter.roleId,
    filter.right,
    lastName,
    firstName,
    id,
    page.size + 1,
  ]);
  const counted = rows[0]?.counted ?? (page.after ? null : 0);
  return { rows, total: counted !== null && counted > MAX_COUNTED ? null : counted };
}

const MATCHING = `
  person.customer_id = $1 and person.branch_id = $2
  and ($3::text is null or person.first_name || ' ' || person.last_name ilike $3
       or person.last_name || ' ' || person.first_name ilike $3 or person.email ilike $3)
  and case when $4::text is null then person.erased_at is null else ${USER_STATE} = $4 end
  and ($5::uuid is null or person.role_id = $5)
  and ($6::text is null or $6 = any(role.rights || person.granted_rights))`;

const LIST = `
  select ${USER_COLUMNS},
         (select count(*)::int from (
            select from ${USER_TABLES} where ${MATCHING} limit ${MAX_COUNTED + 1}) counting) as counted
  from ${USER_TABLES}
  where ${MATCHING}
    and ($7::text is null or (person.last_name, person.first_name, person.id) > ($7, $8, $9::uuid))
  order by person.last_name, person.first_name, person.id limit $10`;
