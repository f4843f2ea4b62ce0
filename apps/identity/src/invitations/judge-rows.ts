import { type Locale, type Right, locales } from '@platen/contracts';
import { foldedEmail, normalEmail } from '../users/email-address';
import { givenRoleNamed } from './listed-roles';

/** Somebody to invite, as asked for. */
export interface AskedRow {
  readonly email: string;
  readonly roleId: string | null;
  /** name of a role as people write it in lists; counts where there is no id */
  readonly role: string | null;
  /** given on top of the role's */
  readonly grantedRights: readonly string[];
  readonly locale: string | null;
}

/** A role that people can be invited with. */
export interface InvitableRole {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly string[];
}

/** What is known of the inviter's own organisation, and nothing of any other. */
export interface KnownForRows {
  /** what the inviter may give (threats C5) */
  readonly giveable: readonly Right[];
  readonly roles: readonly InvitableRole[];
  /** folded addresses of its people */
  readonly users: ReadonlySet<string>;
  /** folded addresses that have an open invitation */
  readonly invited: ReadonlySet<string>;
  /** language of the organisation, for rows that name none */
  readonly locale: Locale;
}

/** Why somebody cannot be invited; the words are messages of the same names. */
export type RowProblem =
  | 'EMAIL_INVALID'
  | 'ROW_TWICE'
  | 'ALREADY_USER'
  | 'ALREADY_INVITED'
  | 'ROLE_UNKNOWN'
  | 'RIGHT_NOT_OWNED'
  | 'ROW_LOCALE_UNKNOWN';

/** A row that can be carried out. */
export interface GoodRow {
  readonly email: string;
  readonly role: InvitableRole;
  readonly grantedRights: readonly string[];
  readonly locale: Locale;
}

/** What becomes of one row: exactly one of `good` and `problem` is there. */
export interface JudgedRow {
  /** the address as it will be written to; as typed where it is none */
  readonly email: string;
  readonly good: GoodRow | null;
  readonly problem: RowProblem | null;
}

/** Decides for each row, in their order, whether its person can be invited; the second of two alike cannot. */
export function judgeRows(rows: readonly AskedRow[], known: KnownForRows): JudgedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const folded = foldedEmail(row.email);
    const judged = seen.has(folded) ? twice(row) : judgeRow(row, known);
    seen.add(folded);
    return judged;
  });
}

function twice(row: AskedRow): JudgedRow {
  return { email: shown(row.email), good: null, problem: 'ROW_TWICE' };
}

function judgeRow(row: AskedRow, known: KnownForRows): JudgedRow {
  const bad = (problem: RowProblem) => ({ email: shown(row.email), good: null, problem });
  const email = normalEmail(row.email);
  if (!email.ok) return bad('EMAIL_INVALID');
  const folded = email.value.toLowerCase();
  if (known.users.has(folded)) return bad('ALREADY_USER');
  if (known.invited.has(folded)) return bad('ALREADY_INVITED');
  const role = roleOf(row, known.roles);
  if (!role) return bad('ROLE_UNKNOWN');
  if (!canGive(known, [...role.rights, ...row.grantedRights])) return bad('RIGHT_NOT_OWNED');
  const locale = row.locale === null ? known.locale : localeOf(row.locale);
  if (!locale) return bad('ROW_LOCALE_UNKNOWN');
  const grantedRights = [...new Set(row.grantedRights)].filter((right) => !role.rights.includes(right));
  return { email: email.value, good: { email: email.value, role, grantedRights, locale }, problem: null };
}

function canGive({ giveable }: KnownForRows, rights: readonly string[]): boolean {
  return rights.every((right) => giveable.some((own) => own === right));
}

/** A row that names no role invites a member: the fewest rights there are. */
function roleOf({ roleId, role }: AskedRow, roles: readonly InvitableRole[]): InvitableRole | undefined {
  if (roleId !== null) return roles.find(({ id }) => id === roleId);
  const asked = (role ?? 'Member').trim().toLowerCase();
  return (
    roles.find(({ name }) => name.toLowerCase() === asked) ??
    roles.find(({ name }) => name === givenRoleNamed(asked))
  );
}

/** `nl`, `NL` and `nl-BE` are Dutch. */
function localeOf(typed: string): Locale | undefined {
  const language = typed.trim().toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}

/** Long enough to recognise what was typed. */
function shown(typed: string): string {
  const email = normalEmail(typed);
  return email.ok ? email.value : typed.replaceAll('\0', '').trim().slice(0, 254);
}
