import { randomUUID } from 'node:crypto';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Page, type Tx, type UnitOfWork, isId, system } from '@platen/platform';
import type { InvalidInput } from '../invitations/invitation.errors';
import { sendInvitation, writeInvitation } from '../invitations/write-invitation';
import type { Letters } from '../letters/send-letter';
import { rightsGivenBy } from '../roles/role.policy';
import { roleOf } from '../roles/role.service';
import { attemptSubjects, countAttempt } from '../sessions/sign-in-attempts';
import type { TooManyAttempts } from '../sessions/sign-in.errors';
import { foldedEmail, normalEmail } from '../users/email-address';
import type { FieldProblem } from '../users/invalid-input';
import { trimmed } from '../users/personal-data';
import type { ApplicationClosed, ApplicationNotFound, RegistrationClosed } from './application.errors';
import { announceApplication } from './application.jobs';
import { decidesFor } from './application.policy';
import {
  type Application,
  type ApplicationState,
  findApplication,
  listApplications,
} from './application.query';
import { type AskedApplication, applicationProblems, storeApplication } from './apply';

/** Where an application came from. */
export interface AppliedFrom {
  /** code of the branch whose page it was */
  readonly branchCode: string;
  readonly clientAddress: string | null;
}

/** What an approval gives (S1). */
export interface Approval {
  readonly id: string;
  readonly roleId: string;
  /** on top of the role's */
  readonly grantedRights: readonly string[];
}

type Decision = Result<Application, ApplicationNotFound | ApplicationClosed | InvalidInput<FieldProblem>>;

/** Applications for an account with the customer number (S1), judged by the organisation's administrator. */
export class ApplicationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: Letters,
  ) {}

  /**
   * Takes an application. The same answer by the same work, whether the number exists, its organisation takes
   * applications from this domain, or knows the address (threats C23); tries are counted by mail and address.
   */
  async apply(
    actor: Actor,
    asked: AskedApplication,
    from: AppliedFrom,
  ): Promise<Result<undefined, RegistrationClosed | TooManyAttempts | InvalidInput<FieldProblem>>> {
    const fields = applicationProblems(asked);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const subjects = attemptSubjects(foldedEmail(asked.email), from.clientAddress, 'application');
    const { branchId, retryAt } = await this.work.write(system(actor.requestId), async (tx) => ({
      branchId: await openBranch(tx, from.branchCode),
      retryAt: await countAttempt(tx, subjects),
    }));
    if (!branchId) return err({ code: 'REGISTRATION_CLOSED' });
    if (retryAt) return err({ code: 'TOO_MANY_ATTEMPTS', retryAt });
    await this.work.write(system(actor.requestId), (tx) => store(tx, actor, branchId, asked));
    return ok(undefined);
  }

  /**
   * Grants an application: its person gets a link to join with these rights, and sets his password. One decision
   * counts, however many come at once.
   */
  approve(actor: Actor, { id, roleId, grantedRights }: Approval): Promise<Decision> {
    const tenant = decidesFor(actor);
    return this.work.write(actor, async (tx): Promise<Decision> => {
      const application = tenant && isId(id) ? await findApplication(tx, tenant.customerId, id) : null;
      if (!tenant || !application) return err({ code: 'APPLICATION_NOT_FOUND' });
      const problem = await givingProblem(tx, actor, tenant, { roleId, grantedRights });
      if (problem) return err({ code: 'INVALID_INPUT', fields: [problem] });
      if (!(await decide(tx, actor, id, 'approved'))) return err({ code: 'APPLICATION_CLOSED' });
      if (await isUser(tx, tenant.customerId, application.email))
        return err({ code: 'INVALID_INPUT', fields: [{ path: 'id', code: 'ALREADY_USER' }] });
      await this.inviteApplicant(tx, actor, tenant, application, { roleId, grantedRights });
      tx.audit({ action: 'application.approved', target: { kind: 'application', id }, facts: { roleId } });
      return ok((await findApplication(tx, tenant.customerId, id)) ?? application);
    });
  }

  /** Refuses an application; its person is told. */
  decline(actor: Actor, id: string): Promise<Decision> {
    const tenant = decidesFor(actor);
    return this.work.write(actor, async (tx): Promise<Decision> => {
      const application = tenant && isId(id) ? await findApplication(tx, tenant.customerId, id) : null;
      if (!tenant || !application) return err({ code: 'APPLICATION_NOT_FOUND' });
      if (!(await decide(tx, actor, id, 'declined'))) return err({ code: 'APPLICATION_CLOSED' });
      const { email, firstName, locale } = application;
      await this.letters.send(tx, `application-declined ${id}`, {
        ...tenant,
        name: 'application-declined',
        to: email,
        firstName,
        locale,
        values: { organisation: await organisationName(tx, tenant.customerId) },
      });
      tx.audit({ action: 'application.declined', target: { kind: 'application', id } });
      return ok((await findApplication(tx, tenant.customerId, id)) ?? application);
    });
  }

  async list(
    actor: Actor,
    page: Page,
    state: ApplicationState | null,
  ): Promise<{ readonly rows: readonly Application[]; readonly total: number }> {
    const tenant = decidesFor(actor);
    if (!tenant) return { rows: [], total: 0 };
    const rows = await this.work.read(actor, (tx) => listApplications(tx, tenant.customerId, page, state));
    return { rows, total: rows[0]?.total ?? 0 };
  }

  private async inviteApplicant(
    tx: Tx,
    actor: Actor,
    tenant: Tenant,
    { id, email, firstName, locale }: Application,
    { roleId, grantedRights }: Omit<Approval, 'id'>,
  ): Promise<void> {
    const written = await writeInvitation(tx, {
      ...tenant,
      email,
      roleId,
      grantedRights: [...new Set(grantedRights)],
      locale,
      invitedBy: actor.id,
      applicationId: id,
      whenOpen: 'replace',
    });
    if (!written) throw new Error('An invitation that replaces another one was not written.');
    const reader = { ...tenant, email, locale, firstName };
    await sendInvitation(tx, this.letters, reader, {
      name: 'application-approved',
      token: written.token,
      values: { organisation: await organisationName(tx, tenant.customerId) },
    });
  }
}

type Tenant = NonNullable<ReturnType<typeof decidesFor>>;

/** The announcement is ordered in any case: whether there is one to tell of, its handler finds out. */
async function store(tx: Tx, actor: Actor, branchId: string, asked: AskedApplication): Promise<void> {
  const email = normalEmail(asked.email);
  if (!email.ok) throw new Error('An application was not checked before it was stored.');
  const { customerNumber, message, ...person } = trimmed(asked);
  const stored = await storeApplication(tx, {
    ...person,
    branchId,
    customerNumber: customerNumber.trim(),
    email: email.value,
    message: message.trim(),
    locale: actor.locale,
  });
  tx.enqueue(announceApplication, { applicationId: stored ?? randomUUID() });
}

/** @returns null for a branch that takes no applications, as for one that does not exist */
async function openBranch(tx: Tx, code: string): Promise<string | null> {
  const [branch] = await tx.query<{ id: string }>(OPEN_BRANCH, [code.slice(0, 40).replaceAll('\0', '')]);
  return branch?.id ?? null;
}

/** Nobody gives a right that he does not have himself (threats C5). */
async function givingProblem(
  tx: Tx,
  actor: Actor,
  tenant: Tenant,
  { roleId, grantedRights }: Omit<Approval, 'id'>,
): Promise<FieldProblem | null> {
  const role = isId(roleId) ? await roleOf(tx, tenant, roleId) : null;
  if (!role) return { path: 'roleId', code: 'ROLE_UNKNOWN' };
  const giveable: readonly string[] = rightsGivenBy(actor, tenant);
  const gives = (rights: readonly string[]) => rights.every((right) => giveable.includes(right));
  if (!gives(role.rights)) return { path: 'roleId', code: 'RIGHT_NOT_OWNED' };
  return gives(grantedRights) ? null : { path: 'grantedRights', code: 'RIGHT_NOT_OWNED' };
}

async function decide(tx: Tx, actor: Actor, id: string, decision: 'approved' | 'declined'): Promise<boolean> {
  return (await tx.query(DECIDE, [id, actor.id, decision])).length > 0;
}

async function isUser(tx: Tx, customerId: string, email: string): Promise<boolean> {
  return (await tx.query(IS_USER, [customerId, email])).length > 0;
}

async function organisationName(tx: Tx, customerId: string): Promise<string> {
  const [customer] = await tx.query<{ name: string }>('select name from customer where id = $1', [
    customerId,
  ]);
  return customer?.name ?? '';
}

const OPEN_BRANCH = `
  select id from branch where upper(code) = upper($1) and settings->>'registration' = 'self-registration'`;

const DECIDE = `
  update application set decided_at = now(), decided_by = $2, decision = $3
  where id = $1 and decided_at is null and expires_at > now() returning 1`;

const IS_USER = `select 1 from user_account where customer_id = $1 and email_folded = lower($2)`;
