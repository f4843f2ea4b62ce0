import type { Locale } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, system } from '@platen/platform';
import { findToken, useToken } from '../tokens/one-time-token';
import type { FieldProblem } from '../users/invalid-input';
import { checkPassword } from '../users/password-rules';
import type { Passwords } from '../users/passwords';
import { type PersonalData, personalDataProblems, trimmed } from '../users/personal-data';
import { emitPeopleChanged } from '../users/person.events';
import type { AccountExists, InvitationGone, InvalidInput } from './invitation.errors';

/** What an invited person tells of himself (R16, R17). Address, organisation and role stand in the invitation. */
export interface Acceptance extends PersonalData {
  readonly token: string;
  /** taken as typed */
  readonly password: string;
}

/** An invitation as the invited person sees it. */
export interface OpenInvitation {
  readonly email: string;
  readonly locale: Locale;
  /** name of the customer, null for staff */
  readonly organisation: string | null;
  readonly branchCode: string;
  readonly brand: string;
  readonly roleName: string;
  readonly expiresAt: Date;
  /** as told in the application that this invitation grants */
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
}

type AcceptanceOutcome = Result<
  { readonly email: string },
  InvitationGone | AccountExists | InvalidInput<FieldProblem>
>;

/**
 * Turns invitations into accounts. Who has the link from the mail is the invited person: nobody is signed in, so
 * these transactions run as the system actor and are scoped by the hash of the token.
 */
export class AcceptanceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
  ) {}

  /** @returns null for a link that does not work, whatever the reason */
  find(actor: Actor, token: string): Promise<OpenInvitation | null> {
    return this.work.read(system(actor.requestId), (tx) => findOpen(tx, token));
  }

  /**
   * Makes the account. Of any number that accept at once one does; a refusal leaves the invitation as it was. The
   * password is hashed only for a link that works, and while no connection is held.
   */
  async accept(actor: Actor, acceptance: Acceptance): Promise<AcceptanceOutcome> {
    // No shared read: it would hold one connection while this waits for another.
    const open = await this.work.write(system(actor.requestId), (tx) => findOpen(tx, acceptance.token));
    if (!open) return err({ code: 'INVITATION_GONE' });
    const fields = await problemsOf(acceptance, open);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const passwordHash = await this.passwords.hash(acceptance.password);
    return this.work.write(system(actor.requestId), (tx) => join(tx, trimmed(acceptance), passwordHash));
  }
}

async function problemsOf(acceptance: Acceptance, open: OpenInvitation): Promise<FieldProblem[]> {
  const { firstName, lastName, password } = acceptance;
  const { email, organisation, brand } = open;
  const problems: FieldProblem[] = personalDataProblems(acceptance);
  const owner = { email, firstName, lastName, organisation, brand, hasSecondFactor: false };
  const checked = await checkPassword(password, owner);
  if (checked.ok) return problems;
  const { code, ...values } = checked.failure;
  return [...problems, { path: 'password', code, values }];
}

async function join(tx: Tx, acceptance: Acceptance, passwordHash: string): Promise<AcceptanceOutcome> {
  const used = await useToken(tx, 'invitation', acceptance.token);
  if (!used) return err({ code: 'INVITATION_GONE' });
  const [invitation] = await tx.query<Accepted>(ACCEPT, [used.subject]);
  if (!invitation) return err({ code: 'INVITATION_GONE' });
  const { firstName, lastName, phone } = acceptance;
  const [person] = await tx.query<{ id: string }>(CREATE, [
    invitation.id,
    firstName,
    lastName,
    phone,
    passwordHash,
  ]);
  if (!person) return err({ code: 'ACCOUNT_EXISTS' });
  await tx.query(TIE, [invitation.id, person.id]);
  await emitPeopleChanged(tx, [person.id]);
  tx.audit({
    action: 'invitation.accepted',
    target: { kind: 'user', id: person.id },
    facts: { invitationId: invitation.id },
    by: { kind: invitation.customerId === null ? 'staff' : 'user', id: person.id },
    of: invitation,
  });
  return ok({ email: invitation.email });
}

interface Accepted {
  readonly id: string;
  readonly email: string;
  readonly customerId: string | null;
  readonly branchId: string;
}

async function findOpen(tx: Tx, token: string): Promise<OpenInvitation | null> {
  const found = await findToken(tx, 'invitation', token);
  if (!found) return null;
  const [open] = await tx.query<OpenInvitation>(FIND, [found.subject]);
  return open ?? null;
}

const FIND = `
  select invitation.email, invitation.locale, customer.name as organisation, branch.code as "branchCode",
         branch.settings->'brand'->>'name' as brand, role.name as "roleName",
         invitation.expires_at as "expiresAt", application.first_name as "firstName",
         application.last_name as "lastName", application.phone
  from invitation
  join branch on branch.id = invitation.branch_id
  join role on role.id = invitation.role_id
  left join customer on customer.id = invitation.customer_id
  left join application on application.id = invitation.application_id
  where invitation.id = $1::uuid and invitation.accepted_at is null and invitation.revoked_at is null
    and invitation.expires_at > now() and customer.suspended_at is null`;

const ACCEPT = `
  update invitation set accepted_at = now()
  where id = $1::uuid and accepted_at is null and revoked_at is null and expires_at > now() and role_id is not null
  returning id, email, customer_id as "customerId", branch_id as "branchId"`;

// Everything but what the person tells of himself comes from the invitation (threats C24).
const CREATE = `
  insert into user_account (customer_id, branch_id, email, first_name, last_name, phone, password_hash, locale,
                            role_id, granted_rights, invited_by)
  select customer_id, branch_id, email, $2, $3, $4, $5, locale, role_id, granted_rights, invited_by
  from invitation where id = $1
  on conflict (email_folded) do nothing returning id`;

const TIE = `update invitation set user_id = $2 where id = $1`;
