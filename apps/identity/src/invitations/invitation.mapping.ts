import type { Locale } from '@platen/contracts';
import { err, ok, type Result } from '@platen/kernel';
import { IdempotencyConflictError } from '@platen/platform';
import { message } from '../messages/message';
import type { FieldProblem } from '../users/invalid-input';
import type { InvitationService, InvitedRow } from './invitation.service';
import {
  InvitationClosedError,
  InvitationJustSentError,
  InvitationNotFoundError,
  type InvitationPreviewRowType,
  type InvitationRowInput,
  type InviteUsersInput,
  type InviteUsersResult,
  InviteUsersSuccess,
  type PreviewInvitationsInput,
  type ResendInvitationResult,
  ResendInvitationSuccess,
  type RevokeInvitationResult,
  RevokeInvitationSuccess,
} from './invitation.type';
import type { AskedRow, JudgedRow, RowProblem } from './judge-rows';
import { MAX_LIST_LENGTH, MAX_ROWS, readInvitationList } from './read-invitation-list';

const KEY_LENGTH = { min: 8, max: 255 } as const;

/** The rows that a preview asks for: those given, or those of the list. */
export function rowsToPreview(input: PreviewInvitationsInput): Result<AskedRow[], FieldProblem[]> {
  if (input.rows) return rowsOf(input.rows);
  const list = readInvitationList(input.list ?? '');
  if (list.ok)
    return ok(
      list.value.map((row) => ({
        ...row,
        roleId: row.role ? null : (input.roleId ?? null),
        grantedRights: [],
      })),
    );
  const values = { rows: MAX_ROWS, length: MAX_LIST_LENGTH };
  return err([{ path: 'list', code: listProblems[list.failure.code], values }]);
}

const listProblems = {
  listEmpty: 'LIST_EMPTY',
  listTooLong: 'LIST_TOO_LONG',
  listUnreadable: 'LIST_UNREADABLE',
} as const;

/** The rows to invite. */
export function rowsToInvite({ idempotencyKey, rows }: InviteUsersInput): Result<AskedRow[], FieldProblem[]> {
  const { min, max } = KEY_LENGTH;
  if (idempotencyKey.length < min || idempotencyKey.length > max)
    return err([{ path: 'idempotencyKey', code: 'KEY_LENGTH', values: KEY_LENGTH }]);
  return rowsOf(rows);
}

function rowsOf(rows: readonly InvitationRowInput[]): Result<AskedRow[], FieldProblem[]> {
  if (rows.length === 0) return err([{ path: 'rows', code: 'LIST_EMPTY' }]);
  if (rows.length > MAX_ROWS)
    return err([
      { path: 'rows', code: 'LIST_TOO_LONG', values: { rows: MAX_ROWS, length: MAX_LIST_LENGTH } },
    ]);
  return ok(
    rows.map((row) => ({
      email: row.email,
      roleId: row.roleId ?? null,
      role: row.role ?? null,
      grantedRights: row.grantedRights ?? [],
      locale: row.locale ?? null,
    })),
  );
}

export function toPreviewRow(judged: JudgedRow, index: number, locale: Locale): InvitationPreviewRowType {
  const { good } = judged;
  return {
    row: index + 1,
    email: judged.email,
    roleId: good?.role.id ?? null,
    roleName: good?.role.name ?? null,
    grantedRights: good?.grantedRights ?? [],
    locale: good?.locale ?? null,
    ...problemWords(judged.problem, locale),
  };
}

function problemWords(problem: RowProblem | null, locale: Locale) {
  return { problemCode: problem, problem: problem && message(locale, problem) };
}

/** @param asked  the rows in their order, for what they are called by */
export function toInviteUsersResult(
  outcome: Awaited<ReturnType<InvitationService['invite']>>,
  asked: readonly AskedRow[],
  locale: Locale,
): typeof InviteUsersResult {
  if (!outcome.ok) {
    const { code } = outcome.failure;
    return Object.assign(new IdempotencyConflictError(), { code, message: message(locale, code) });
  }
  const rows = outcome.value.map((row: InvitedRow, index) => ({
    row: index + 1,
    email: (asked[index]?.email ?? '').slice(0, 254),
    invitationId: row.invitationId,
    ...problemWords(row.problem, locale),
  }));
  const invited = rows.filter(({ invitationId }) => invitationId !== null).length;
  return Object.assign(new InviteUsersSuccess(), { invited, rows });
}

export function toResendInvitationResult(
  outcome: Awaited<ReturnType<InvitationService['resend']>>,
  locale: Locale,
): typeof ResendInvitationResult {
  if (outcome.ok) return Object.assign(new ResendInvitationSuccess(), { invitation: outcome.value });
  const { code } = outcome.failure;
  const text = { code, message: message(locale, code) };
  return code === 'INVITATION_JUST_SENT'
    ? Object.assign(new InvitationJustSentError(), text)
    : notPending(code, text);
}

export function toRevokeInvitationResult(
  outcome: Awaited<ReturnType<InvitationService['revoke']>>,
  locale: Locale,
): typeof RevokeInvitationResult {
  if (outcome.ok) return Object.assign(new RevokeInvitationSuccess(), { invitation: outcome.value });
  const { code } = outcome.failure;
  return notPending(code, { code, message: message(locale, code) });
}

function notPending(
  code: 'INVITATION_NOT_FOUND' | 'INVITATION_CLOSED',
  text: { readonly code: string; readonly message: string },
) {
  return code === 'INVITATION_NOT_FOUND'
    ? Object.assign(new InvitationNotFoundError(), text)
    : Object.assign(new InvitationClosedError(), text);
}
