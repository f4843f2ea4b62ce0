import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Page, type Tx, type UnitOfWork, isId } from '@platen/platform';
import { assertManagedBranch } from '../branches/branch.policy';
import type { Letters } from '../letters/send-letter';
import { roleOf } from '../roles/role.service';
import { endSessionsOf } from '../sessions/end-sessions';
import { revokeTokensOf } from '../tokens/one-time-token';
import type { LastAdministrator } from '../users/administrators';
import { type RightsRefused, decideRights } from '../users/rights-change';
import { tellOfRights } from '../users/rights-letter';
import { stillActing } from '../users/still-acting';
import { USER_COLUMNS, USER_TABLES, type User, type UserRow, toUser } from '../users/user.row';
import type { ActionRefused, UserNotFound } from '../users/user.errors';
import { keepsABranchAdministrator, lockStaffOf } from './branch-administrators';
import { type StaffAction, staffRefusalOf } from './staff.policy';

/** One of the branch's own people, and what may be done to the account. */
export interface StaffMember extends User {
  readonly viewerCanChangeRole: boolean;
}

/** Who was acted on, or why nothing happened. */
export type StaffOutcome<Failure = never> = Result<
  StaffMember,
  UserNotFound | ActionRefused | LastAdministrator | Failure
>;

/** One page of staff by name; one row more than the page's size when there is a next page. */
export interface StaffPage {
  readonly rows: readonly StaffMember[];
  readonly total: number | null;
}

/**
 * The staff of a branch in the hands of its administrators. Each command runs under the one lock over the branch's
 * staff, looks again at who acts on whom, and leaves the branch somebody who can manage its staff.
 */
export class StaffService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: Letters,
  ) {}

  async list(actor: Actor, page: Page): Promise<StaffPage> {
    const branchId = assertManagedBranch(actor, 'staff:manage');
    const [lastName, firstName, id] = page.after ?? [null, null, null];
    const rows = await this.work.read(actor, (tx) =>
      tx.query<UserRow & { readonly counted: number }>(LIST, [
        branchId,
        lastName,
        firstName,
        id,
        page.size + 1,
      ]),
    );
    return {
      rows: rows.map((row) => toMember(row, actor)),
      total: rows[0]?.counted ?? (page.after ? null : 0),
    };
  }

  /** The person's sessions end, and he is told. Nobody gives a role with a right that he does not have himself. */
  updateRole(
    actor: Actor,
    input: { readonly userId: string; readonly roleId: string },
  ): Promise<StaffOutcome<RightsRefused>> {
    return this.act(actor, 'change-role', input.userId, async (tx, now, person) => {
      const role = await roleOf(tx, person, input.roleId);
      const decided = decideRights(now, person, role, []);
      if (!decided.ok) return decided;
      if (!role || role.id === person.roleId) return ok(undefined);
      await tx.query(SET_ROLE, [person.id, role.id]);
      await endSessionsOf(tx, person.id, null);
      if (person.state !== 'DEACTIVATED')
        await tellOfRights(tx, this.letters, now, person, { roleName: role.name, ...decided.value });
      audit(tx, 'user.rights-changed', person, { roleFrom: person.roleId, roleTo: role.id });
      return ok(undefined);
    });
  }

  /** From the next request on the person cannot sign in; sessions and links end, everything else stays. */
  deactivate(actor: Actor, userId: string): Promise<StaffOutcome> {
    return this.act(actor, 'deactivate', userId, async (tx, _now, person) => {
      await tx.query(DEACTIVATE, [person.id]);
      await endSessionsOf(tx, person.id, null);
      await revokeTokensOf(tx, person.id);
      audit(tx, 'user.deactivated', person);
      return ok(undefined);
    });
  }

  reactivate(actor: Actor, userId: string): Promise<StaffOutcome> {
    return this.act(actor, 'reactivate', userId, async (tx, _now, person) => {
      await tx.query(REACTIVATE, [person.id]);
      audit(tx, 'user.reactivated', person);
      return ok(undefined);
    });
  }

  private act<Failure = never>(
    actor: Actor,
    action: StaffAction,
    userId: string,
    change: (tx: Tx, actor: Actor, person: UserRow) => Promise<Result<undefined, Failure>>,
  ): Promise<StaffOutcome<Failure>> {
    const branchId = assertManagedBranch(actor, 'staff:manage');
    return this.work.write(actor, async (tx): Promise<StaffOutcome<Failure>> => {
      await lockStaffOf(tx, branchId);
      // Who waited for the lock while his own rights were taken away acts with what is left.
      const now = actor.kind === 'staff' ? await stillActing(tx, actor) : actor;
      const person = await findMember(tx, branchId, userId);
      if (!person) return err({ code: 'USER_NOT_FOUND' });
      const refusal = staffRefusalOf(now, action, person);
      if (refusal !== null) return err({ code: refusal });
      const changed = await change(tx, now, person);
      if (!changed.ok) return changed;
      const kept = action === 'reactivate' ? ok(undefined) : await keepsABranchAdministrator(tx, branchId);
      if (!kept.ok) return kept;
      const after = await findMember(tx, branchId, userId);
      return after ? ok(toMember(after, now)) : err({ code: 'USER_NOT_FOUND' });
    });
  }
}

function toMember(row: UserRow, actor: Actor): StaffMember {
  const can = (action: StaffAction) => staffRefusalOf(actor, action, row) === null;
  return {
    ...toUser(row, actor),
    viewerCanChangeRole: can('change-role'),
    viewerCanDeactivate: can('deactivate'),
    viewerCanReactivate: can('reactivate'),
  };
}

async function findMember(tx: Tx, branchId: string, userId: string): Promise<UserRow | null> {
  if (!isId(userId)) return null;
  const [row] = await tx.query<UserRow>(ONE, [branchId, userId]);
  return row ?? null;
}

function audit(
  tx: Tx,
  action: 'user.rights-changed' | 'user.deactivated' | 'user.reactivated',
  { id, customerId, branchId }: UserRow,
  facts: Readonly<Record<string, string>> = {},
): void {
  tx.audit({ action, target: { kind: 'user', id }, facts, of: { customerId, branchId } });
}

const OF_BRANCH = `person.branch_id = $1 and person.customer_id is null`;

const LIST = `
  select ${USER_COLUMNS},
         (select count(*)::int from user_account person where ${OF_BRANCH} and erased_at is null) as counted
  from ${USER_TABLES}
  where ${OF_BRANCH} and person.erased_at is null
    and ($2::text is null or (person.last_name, person.first_name, person.id) > ($2, $3, $4::uuid))
  order by person.last_name, person.first_name, person.id limit $5`;

const ONE = `select ${USER_COLUMNS} from ${USER_TABLES} where ${OF_BRANCH} and person.id = $2`;

const SET_ROLE = `update user_account set role_id = $2, granted_rights = '{}' where id = $1`;

const DEACTIVATE = `update user_account set deactivated_at = now() where id = $1`;

const REACTIVATE = `update user_account set deactivated_at = null where id = $1`;
