import { type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx } from '@platen/platform';
import { sendInvitation, writeInvitation } from '../invitations/write-invitation';
import type { Letters } from '../letters/send-letter';
import { normalEmail } from '../users/email-address';
import type { CustomerRow } from './customer.service';

/** This address cannot be invited as administrator. */
export interface AdministratorRefused {
  readonly code: 'EMAIL_INVALID' | 'ALREADY_MEMBER';
}

/**
 * Invites somebody to look after an organisation's people: the provider does it once at the beginning, everything
 * after that the organisation does itself (R15).
 */
export class FirstAdministrator {
  constructor(private readonly letters: Letters) {}

  /** A second invitation of the same address replaces the first. */
  async invite(
    tx: Tx,
    actor: Actor,
    customer: CustomerRow,
    typed: string,
  ): Promise<Result<undefined, AdministratorRefused>> {
    const email = normalEmail(typed);
    if (!email.ok) return err(email.failure);
    const { id: customerId, branchId, locale, name: organisation } = customer;
    const [known] = await tx.query<Known>(KNOWN, [customerId, email.value, actor.id]);
    if (!known?.roleId) throw new Error(`Customer ${customerId} has no role for its administrator.`);
    if (known.isMember) return err({ code: 'ALREADY_MEMBER' });
    const invitation = { customerId, branchId, locale, email: email.value };
    const written = await writeInvitation(tx, {
      ...invitation,
      roleId: known.roleId,
      grantedRights: [],
      invitedBy: actor.id,
      whenOpen: 'replace',
    });
    if (!written) throw new Error('An invitation that replaces was not written.');
    await sendInvitation(
      tx,
      this.letters,
      { ...invitation, firstName: null },
      { name: 'invitation', token: written.token, values: { inviter: known.inviter, organisation } },
    );
    return ok(undefined);
  }
}

interface Known {
  readonly roleId: string | null;
  readonly isMember: boolean;
  readonly inviter: string;
}

// A key of a branch has no name of its own: then the branch invites.
const KNOWN = `
  select (select id from role where customer_id = $1 and name = 'Administrator') as "roleId",
         exists (select from user_account where customer_id = $1 and email_folded = lower($2)) as "isMember",
         coalesce((select nullif(trim(first_name || ' ' || last_name), '') from user_account where id = $3),
                  branch.settings->'brand'->>'name') as inviter
  from customer join branch on branch.id = customer.branch_id where customer.id = $1`;
