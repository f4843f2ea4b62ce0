import { domainToASCII } from 'node:url';
import { type Result, err, ok } from '@platen/kernel';

/** What was typed is no address that this product can write to. */
export interface EmailRefused {
  readonly code: 'EMAIL_INVALID';
}

/** RFC 5321 4.5.3.1.3: a path of 256 with its two brackets. */
const MAX_LENGTH = 254;
const MAX_LOCAL = 64;
/** RFC 5322 dot-atom in ASCII: no quoting, no comments, nothing invisible, so that two addresses never look alike. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** Labels of letters, digits and hyphens, the last of them no number (RFC 1123 2.1). */
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * An address as the product keeps and shows it (R1). Spaces around it go; the part before `@` stays as typed; the
 * domain is kept in ASCII, so that one that only looks like another shows as what it is (`xn--...`), and one written
 * in two ways is one. Line breaks, control and direction marks are refused with everything else that is no address.
 */
export function normalEmail(typed: string): Result<string, EmailRefused> {
  const refused = err({ code: 'EMAIL_INVALID' } as const);
  if (typed.length > MAX_LENGTH + 20) return refused;
  const trimmed = typed.replace(/^ +| +$/g, '');
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(at, 0));
  if (local.length > MAX_LOCAL || !LOCAL.test(local)) return refused;
  const domain = asciiDomain(trimmed.slice(at + 1));
  const email = `${local}@${domain}`;
  return domain === null || email.length > MAX_LENGTH ? refused : ok(email);
}

/** Whether mail can be sent to what was typed. */
export function isEmail(typed: string): boolean {
  return normalEmail(typed).ok;
}

/** One form for all ways to write an address, for comparing with `user_account.email_folded`. */
export function foldedEmail(typed: string): string {
  const normal = normalEmail(typed);
  return (normal.ok ? normal.value : typed.trim()).toLowerCase();
}

/** @returns null for what is no name of a host; spelling by percent signs or numbers is not translated but refused */
function asciiDomain(typed: string): string | null {
  if (/[\p{C}\p{Z}%\\/:?#[\]<>]/u.test(typed)) return null;
  const domain = domainToASCII(typed.normalize('NFC'));
  return DOMAIN.test(domain) ? domain : null;
}
