import type { BranchSettings, Locale } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, system } from '@platen/platform';
import { randomUUID } from 'node:crypto';
import { emitBranchChanged } from '../branches/branch.events';
import { storeFirstVersion } from '../branches/branch-version';
import { writeInvitation } from '../invitations/write-invitation';
import { staffRoles } from '../roles/given-roles';
import { keepsABranchAdministrator, lockStaffOf } from '../staff/branch-administrators';
import { normalEmail } from '../users/email-address';
import { type FileFault, settingsFromFile } from './settings-from-file';

/** A branch that is to be. */
export interface NewBranch {
  readonly code: string;
  /** in the shape in which settings are stored; not looked at yet */
  readonly settings: unknown;
}

/** Why there is no new branch. */
export type BranchRefused =
  | { readonly code: 'CODE_INVALID' }
  | { readonly code: 'CODE_TAKEN' }
  | { readonly code: 'SETTINGS_INVALID'; readonly faults: readonly FileFault[] };

/** Who is to administer a branch. */
export interface NewAdministrator {
  readonly branchCode: string;
  readonly email: string;
  /** why somebody is invited although the branch has an administrator; null: it must have none */
  readonly reason: string | null;
}

/** Why nobody was invited. */
export interface AdministratorRefused {
  readonly code:
    | 'EMAIL_INVALID'
    | 'BRANCH_NOT_FOUND'
    | 'ROLE_NOT_FOUND'
    | 'ACCOUNT_EXISTS'
    | 'HAS_ADMINISTRATOR'
    | 'REASON_INVALID';
}

/** The link, known at no other moment, and how long it lives. */
export interface InvitedAdministrator {
  readonly url: string;
  readonly expiresAt: Date;
}

const CODE = /^[A-Z][A-Z0-9]{1,9}$/;
const MAX_REASON = 300;
const ROLE = 'Branch administrator' satisfies keyof typeof staffRoles;

/**
 * How a real installation begins: with a branch, and one person who may do the rest in the console. Acts as the
 * product itself, so it is reached by commands of whoever holds the database's password only, never from the graph.
 */
export class InstallationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly publicUrl: string,
  ) {}

  /** Makes a branch with the roles that its staff start with, and tells the other services. */
  async createBranch({ code, settings: written }: NewBranch): Promise<Result<string, BranchRefused>> {
    if (!CODE.test(code)) return err({ code: 'CODE_INVALID' });
    const settings = settingsFromFile(written);
    if (!settings.ok) return err({ code: 'SETTINGS_INVALID', faults: settings.failure });
    return this.work.write(operator(), (tx) => insertBranch(tx, code, settings.value));
  }

  /**
   * Makes the link with which somebody becomes administrator of a branch. It goes to nobody by mail, because mail may
   * not work yet. One that is open for the same address stops working.
   */
  async inviteAdministrator(
    asked: NewAdministrator,
  ): Promise<Result<InvitedAdministrator, AdministratorRefused>> {
    const { branchCode, reason } = asked;
    const email = normalEmail(asked.email);
    if (!email.ok) return err(email.failure);
    if (reason !== null && !isReason(reason)) return err({ code: 'REASON_INVALID' });
    return this.work.write(operator(), async (tx) => {
      const [branch] = await tx.query<Known>(KNOWN, [branchCode.slice(0, 40), ROLE, email.value]);
      if (!branch) return err({ code: 'BRANCH_NOT_FOUND' });
      await lockStaffOf(tx, branch.id);
      if (!branch.roleId) return err({ code: 'ROLE_NOT_FOUND' });
      if (branch.hasAccount) return err({ code: 'ACCOUNT_EXISTS' });
      const administered = (await keepsABranchAdministrator(tx, branch.id)).ok;
      if (administered && reason === null) return err({ code: 'HAS_ADMINISTRATOR' });
      const written = await writeInvitation(tx, {
        customerId: null,
        branchId: branch.id,
        email: email.value,
        roleId: branch.roleId,
        grantedRights: [],
        locale: branch.locale,
        invitedBy: null,
        whenOpen: 'replace',
        ...(reason !== null && { reason }),
      });
      if (!written) throw new Error('An invitation that replaces was not written.');
      const [life] = await tx.query<{ expiresAt: Date }>(EXPIRES, [written.id]);
      if (!life) throw new Error('The invitation just written is gone.');
      const url = `${this.publicUrl.replace(/\/+$/, '')}/invitation#${written.token}`;
      return ok({ url, expiresAt: life.expiresAt });
    });
  }
}

/** Acts as the product; each command has its own number in the audit log. */
function operator(): Actor {
  return system(`installation ${randomUUID()}`);
}

async function insertBranch(
  tx: Tx,
  code: string,
  settings: BranchSettings,
): Promise<Result<string, BranchRefused>> {
  const [branch] = await tx.query<{ id: string }>(INSERT_BRANCH, [code, JSON.stringify(settings)]);
  if (!branch) return err({ code: 'CODE_TAKEN' });
  const { id } = branch;
  await storeFirstVersion(tx, { id, settings });
  for (const [name, rights] of Object.entries(staffRoles)) await tx.query(INSERT_ROLE, [id, name, rights]);
  emitBranchChanged(tx, { id, code, version: 1, settings });
  tx.audit({
    action: 'branch.created',
    target: { kind: 'branch', id },
    facts: { code },
    of: { customerId: null, branchId: id },
  });
  return ok(id);
}

/** Something said, on one line; no address, because the log keeps it for ever. */
function isReason(reason: string): boolean {
  return /\S/.test(reason) && reason.length <= MAX_REASON && !/[\p{Cc}\p{Cs}@]/u.test(reason);
}

interface Known {
  readonly id: string;
  readonly locale: Locale;
  readonly roleId: string | null;
  readonly hasAccount: boolean;
}

const INSERT_BRANCH = `
  insert into branch (code, version, settings) values ($1, 1, $2) on conflict (code) do nothing returning id`;

const INSERT_ROLE = `insert into role (customer_id, branch_id, name, rights) values (null, $1, $2, $3)`;

const KNOWN = `
  select branch.id, branch.settings->>'locale' as locale,
         (select id from role where branch_id = branch.id and customer_id is null and name = $2) as "roleId",
         exists (select from user_account where email_folded = lower($3)) as "hasAccount"
  from branch where code = $1`;

const EXPIRES = `select expires_at as "expiresAt" from invitation where id = $1`;
