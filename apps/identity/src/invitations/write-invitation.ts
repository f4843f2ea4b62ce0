import type { LetterName, Locale } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { randomUUID } from 'node:crypto';
import type { Letters } from '../letters/send-letter';
import { issueToken, tokenLives } from '../tokens/one-time-token';

/** Who is to join, as what. */
export interface NewInvitation {
  /** null: staff of the branch */
  readonly customerId: string | null;
  readonly branchId: string;
  /** as `normalEmail` gives it */
  readonly email: string;
  readonly roleId: string;
  /** given on top of the role's */
  readonly grantedRights: readonly string[];
  readonly locale: Locale;
  /** null: the operator of the installation */
  readonly invitedBy: string | null;
  /** the application that is granted by it */
  readonly applicationId?: string;
  /** what happens when the address has an open invitation: that one stays, or it becomes this one */
  readonly whenOpen: 'keep' | 'replace';
  /** why it was made where the rule says no; the audit log keeps it */
  readonly reason?: string;
}

/** An invitation as stored, and the only moment at which its link is known. */
export interface WrittenInvitation {
  readonly id: string;
  readonly token: string;
}

/** An invitation lives as long as its link (threats C24); a PostgreSQL interval. */
export const INVITATION_LIFE = tokenLives.invitation;

/**
 * Stores an invitation and makes its link. Whether the inviter may give these rights is the caller's to decide.
 * One that expired makes room; of any number that come at once for one address, one is written.
 * @returns null when the address has an open invitation that stays
 */
export async function writeInvitation(tx: Tx, of: NewInvitation): Promise<WrittenInvitation | null> {
  const [written] = await tx.query<{ id: string }>(of.whenOpen === 'keep' ? INSERT_NEW : INSERT_OR_REPLACE, [
    of.customerId,
    of.branchId,
    of.email,
    of.roleId,
    of.grantedRights,
    of.locale,
    of.applicationId ?? null,
    of.invitedBy,
  ]);
  if (!written) return null;
  tx.audit({
    action: 'user.invited',
    target: { kind: 'invitation', id: written.id },
    facts: {
      roleId: of.roleId,
      grantedRights: [...of.grantedRights],
      ...(of.reason !== undefined && { reason: of.reason }),
    },
    of: { customerId: of.customerId, branchId: of.branchId },
  });
  return { id: written.id, token: await invitationToken(tx, { id: written.id, ...of }) };
}

/** Makes a new link for an invitation; the one before stops working. */
export function invitationToken(
  tx: Tx,
  { id, branchId, customerId }: { readonly id: string } & Pick<NewInvitation, 'branchId' | 'customerId'>,
): Promise<string> {
  return issueToken(tx, { purpose: 'invitation', subject: id, branchId, customerId, userId: null });
}

/** Who gets the letter with the link. */
export interface InvitationReader
  extends Pick<NewInvitation, 'branchId' | 'customerId' | 'email' | 'locale'> {
  /** null where it is not known yet */
  readonly firstName: string | null;
}

/** Which words go with the link, and the values that stand in them. */
export interface InvitationLetter {
  readonly name: Extract<LetterName, 'invitation' | 'staff-invitation' | 'application-approved'>;
  readonly token: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Sends the link, which is known at no other moment. */
export function sendInvitation(
  tx: Tx,
  letters: Letters,
  reader: InvitationReader,
  letter: InvitationLetter,
): Promise<void> {
  const { email, ...about } = reader;
  return letters.send(tx, `${letter.name} ${randomUUID()}`, {
    ...about,
    name: letter.name,
    to: email,
    values: letter.values,
    link: { path: '/invitation', token: letter.token },
  });
}

const INSERT = `
  insert into invitation as known
    (customer_id, branch_id, email, role_id, granted_rights, locale, application_id, invited_by, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, now() + interval '${INVITATION_LIFE}')
  on conflict (tenant_id, email_folded) where accepted_at is null and revoked_at is null
  do update set id = excluded.id, email = excluded.email, role_id = excluded.role_id,
    granted_rights = excluded.granted_rights, locale = excluded.locale, application_id = excluded.application_id,
    invited_by = excluded.invited_by, created_at = now(), sent_at = now(), expires_at = excluded.expires_at`;

const INSERT_NEW = `${INSERT} where known.expires_at <= now() returning id`;
const INSERT_OR_REPLACE = `${INSERT} returning id`;
