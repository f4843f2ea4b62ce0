import type { Locale } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type IdempotencyConflict,
  type Page,
  type Tx,
  type UnitOfWork,
  isId,
  once,
} from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { roleWords } from '../roles/role-words';
import { revokeTokens } from '../tokens/one-time-token';
import { foldedEmail } from '../users/email-address';
import type { InvitationClosed, InvitationJustSent, InvitationNotFound } from './invitation.errors';
import { type InvitingTenant, invitingTenant } from './invitation.policy';
import {
  type Invitation,
  type InvitationState,
  findInvitation,
  knownForRows,
  listInvitations,
} from './invitation.query';
import {
  type AskedRow,
  type GoodRow,
  type JudgedRow,
  type KnownForRows,
  type RowProblem,
  judgeRows,
} from './judge-rows';
import {
  INVITATION_LIFE,
  type InvitationLetter,
  invitationToken,
  sendInvitation,
  writeInvitation,
} from './write-invitation';

/** One page of invitations, newest first. */
export interface InvitationPage {
  readonly rows: readonly Invitation[];
  readonly total: number;
}

/** What became of a row; exactly one of the two is there. */
export interface InvitedRow {
  readonly invitationId: string | null;
  readonly problem: RowProblem | null;
}

/** Inviting people into the own organisation, or staff into the own branch (R15). */
export class InvitationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: Letters,
  ) {}

  /** What would become of each row, before anything is written. */
  preview(actor: Actor, rows: readonly AskedRow[]): Promise<JudgedRow[]> {
    return this.work.read(actor, (tx) => judge(tx, actor, rows));
  }

  /** Invites everybody who can be; each row counts by itself, and one that cannot leaves nothing behind. */
  invite(
    actor: Actor,
    rows: readonly AskedRow[],
    idempotencyKey: string,
  ): Promise<Result<readonly InvitedRow[], IdempotencyConflict>> {
    const tenant = invitingTenant(actor);
    const command = { operation: 'inviteUsers', key: idempotencyKey, input: rows };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async () => {
        const judged = await judge(tx, actor, rows);
        const names = tenant && (await namesInLetter(tx, actor, tenant));
        const invited: InvitedRow[] = [];
        for (const { good, problem } of judged)
          invited.push(
            good && names ? await this.inviteOne(tx, actor, names, good) : { invitationId: null, problem },
          );
        return ok(invited);
      }),
    );
  }

  /** Sends a new link, which lives as long as the first one did; the old one stops working. */
  resend(
    actor: Actor,
    id: string,
  ): Promise<Result<Invitation, InvitationNotFound | InvitationClosed | InvitationJustSent>> {
    const tenant = invitingTenant(actor);
    return this.work.write(actor, async (tx) => {
      const found = tenant && isId(id) ? await findInvitation(tx, tenant, id) : null;
      if (!tenant || !found) return err({ code: 'INVITATION_NOT_FOUND' });
      if (!isPending(found)) return err({ code: 'INVITATION_CLOSED' });
      const renewed = await tx.query(RENEW, [id, tenant.id]);
      if (renewed.length === 0) return err({ code: 'INVITATION_JUST_SENT' });
      await this.send(tx, await namesInLetter(tx, actor, tenant), found);
      tx.audit({ action: 'user.invited', target: { kind: 'invitation', id }, facts: { again: true } });
      return ok((await findInvitation(tx, tenant, id)) ?? found);
    });
  }

  /** From now on its link does not work. */
  revoke(actor: Actor, id: string): Promise<Result<Invitation, InvitationNotFound | InvitationClosed>> {
    const tenant = invitingTenant(actor);
    return this.work.write(actor, async (tx) => {
      const found = tenant && isId(id) ? await findInvitation(tx, tenant, id) : null;
      if (!tenant || !found) return err({ code: 'INVITATION_NOT_FOUND' });
      const revoked = await tx.query(REVOKE, [id, tenant.id]);
      if (revoked.length === 0) return err({ code: 'INVITATION_CLOSED' });
      await revokeTokens(tx, 'invitation', id);
      tx.audit({ action: 'invitation.revoked', target: { kind: 'invitation', id } });
      return ok((await findInvitation(tx, tenant, id)) ?? found);
    });
  }

  async list(actor: Actor, page: Page, state: InvitationState | null): Promise<InvitationPage> {
    const tenant = invitingTenant(actor);
    if (!tenant) return { rows: [], total: 0 };
    const rows = await this.work.read(actor, (tx) => listInvitations(tx, tenant, page, state));
    return { rows, total: rows[0]?.total ?? 0 };
  }

  private async inviteOne(tx: Tx, actor: Actor, names: NamesInLetter, row: GoodRow): Promise<InvitedRow> {
    const { email, role, grantedRights, locale } = row;
    const { customerId, branchId } = names;
    const written = await writeInvitation(tx, {
      customerId,
      branchId,
      email,
      roleId: role.id,
      grantedRights,
      locale,
      invitedBy: actor.id,
      whenOpen: 'keep',
    });
    // Somebody else invited the same address in this very moment.
    if (!written) return { invitationId: null, problem: 'ALREADY_INVITED' };
    const reader = { customerId, branchId, email, locale, firstName: null };
    await sendInvitation(tx, this.letters, reader, letterFor(names, locale, role.name, written.token));
    return { invitationId: written.id, problem: null };
  }

  private async send(tx: Tx, names: NamesInLetter, invitation: Invitation): Promise<void> {
    const { id, email, locale, roleName } = invitation;
    const { customerId, branchId } = names;
    const token = await invitationToken(tx, { id, customerId, branchId });
    const reader = { customerId, branchId, email, locale, firstName: null };
    await sendInvitation(tx, this.letters, reader, letterFor(names, locale, roleName ?? '', token));
  }
}

interface NamesInLetter extends Pick<InvitingTenant, 'customerId' | 'branchId'> {
  readonly inviter: string;
  readonly organisation: string;
}

function letterFor(names: NamesInLetter, locale: Locale, role: string, token: string): InvitationLetter {
  const { customerId, inviter, organisation } = names;
  return customerId === null
    ? { name: 'staff-invitation', token, values: { inviter, role: roleWords(locale, role) } }
    : { name: 'invitation', token, values: { inviter, organisation } };
}

/** @throws Error when the inviter is no person: no policy lets anything else invite */
async function namesInLetter(tx: Tx, actor: Actor, tenant: InvitingTenant): Promise<NamesInLetter> {
  const { customerId, branchId } = tenant;
  const [names] = await tx.query<{ inviter: string; organisation: string }>(NAMES, [
    actor.id,
    customerId,
    branchId,
  ]);
  if (!names) throw new Error('Who invites is no person.');
  return { customerId, branchId, ...names };
}

/** Who invites nobody knows no role to invite with. */
async function judge(tx: Tx, actor: Actor, rows: readonly AskedRow[]): Promise<JudgedRow[]> {
  const tenant = invitingTenant(actor);
  const folded = rows.map(({ email }) => foldedEmail(email).slice(0, 254).replaceAll('\0', ''));
  return judgeRows(rows, tenant ? await knownForRows(tx, actor, tenant, folded) : NOTHING_KNOWN);
}

const NOTHING_KNOWN: KnownForRows = {
  giveable: [],
  roles: [],
  users: new Set(),
  invited: new Set(),
  locale: 'en',
};

function isPending({ state }: Invitation): boolean {
  return state === 'OPEN' || state === 'EXPIRED';
}

const NAMES = `
  select person.first_name || ' ' || person.last_name as inviter,
         coalesce(customer.name, branch.settings->>'name') as organisation
  from user_account person join branch on branch.id = $3 left join customer on customer.id = $2
  where person.id = $1`;

const PENDING = `id = $1 and tenant_id = $2 and accepted_at is null and revoked_at is null`;

const RENEW = `
  update invitation set sent_at = now(), expires_at = now() + interval '${INVITATION_LIFE}'
  where ${PENDING} and sent_at < now() - interval '1 minute' returning 1`;

const REVOKE = `update invitation set revoked_at = now() where ${PENDING} returning 1`;
