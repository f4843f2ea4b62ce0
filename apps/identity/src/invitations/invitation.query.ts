import type { Locale } from '@platen/contracts';
import type { Actor, Page, Tx } from '@platen/platform';
import { rightsGivenBy } from '../roles/role.policy';
import { rolesOf } from '../roles/role.service';
import type { InvitingTenant } from './invitation.policy';
import type { KnownForRows } from './judge-rows';

/** Exactly one. */
export type InvitationState = 'OPEN' | 'ACCEPTED' | 'EXPIRED' | 'REVOKED';

/** An invitation as its inviters see it. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  /** null when the role was deleted since */
  readonly roleName: string | null;
  readonly grantedRights: readonly string[];
  readonly locale: Locale;
  readonly state: InvitationState;
  readonly createdAt: Date;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly invitedById: string | null;
  /** the person who came of it */
  readonly userId: string | null;
  /** grants an application */
  readonly fromApplication: boolean;
}

/** Newest first; one row more than the page's size when there is a next page. */
export function listInvitations(
  tx: Tx,
  tenant: InvitingTenant,
  page: Page,
  state: InvitationState | null,
): Promise<(Invitation & { readonly total: number })[]> {
  return tx.query(LIST, [tenant.id, state, page.after?.[0] ?? null, page.size + 1]);
}

export async function findInvitation(tx: Tx, tenant: InvitingTenant, id: string): Promise<Invitation | null> {
  const [found] = await tx.query<Invitation>(FIND, [tenant.id, id]);
  return found ?? null;
}

/** What judging rows needs of the inviter's own organisation. @param folded  the addresses asked for */
export async function knownForRows(
  tx: Tx,
  actor: Actor,
  tenant: InvitingTenant,
  folded: readonly string[],
): Promise<KnownForRows> {
  const roles = await rolesOf(tx, tenant);
  const [known] = await tx.query<{ users: string[]; invited: string[]; locale: Locale }>(KNOWN, [
    tenant.customerId,
    tenant.branchId,
    tenant.id,
    folded,
  ]);
  if (!known) throw new Error('An actor belongs to a branch that does not exist.');
  return {
    roles,
    giveable: rightsGivenBy(actor, tenant),
    locale: known.locale,
    users: new Set(known.users),
    invited: new Set(known.invited),
  };
}

const STATE = `case when invitation.accepted_at is not null then 'ACCEPTED'
                     when invitation.revoked_at is not null then 'REVOKED'
                     when invitation.expires_at <= now() then 'EXPIRED' else 'OPEN' end`;

const SELECT = `
  select invitation.id, invitation.email, role.name as "roleName", invitation.granted_rights as "grantedRights",
         invitation.locale, ${STATE} as state, invitation.created_at as "createdAt",
         invitation.sent_at as "sentAt", invitation.expires_at as "expiresAt",
         invitation.invited_by as "invitedById", invitation.user_id as "userId",
         invitation.application_id is not null as "fromApplication"`;

const FROM = `from invitation left join role on role.id = invitation.role_id where invitation.tenant_id = $1`;

const LIST = `
  ${SELECT}, (select count(*)::int from invitation
              where tenant_id = $1 and ($2::text is null or ${STATE} = $2)) as total
  ${FROM} and ($2::text is null or ${STATE} = $2) and ($3::uuid is null or invitation.id < $3)
  order by invitation.id desc limit $4`;

const FIND = `${SELECT} ${FROM} and invitation.id = $2`;

// Row-level security hides everybody of other organisations; the conditions say so once more.
const KNOWN = `
  select array(select email_folded from user_account
               where branch_id = $2 and customer_id is not distinct from $1::uuid
                 and erased_at is null and email_folded = any($4::text[])) as users,
         array(select email_folded from invitation
               where tenant_id = $3 and accepted_at is null and revoked_at is null and expires_at > now()
                 and email_folded = any($4::text[])) as invited,
         coalesce(customer.locale, branch.settings->>'locale') as locale
  from branch left join customer on customer.id = $1 where branch.id = $2`;
