/** What a person tells of himself when he joins (R16), as typed. */
export interface PersonalData {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
}

/** Why a part of it cannot be taken; each is a message of the same name. */
export type PersonalDataProblem = 'FIRST_NAME_NEEDED' | 'LAST_NAME_NEEDED' | 'NAME_UNFIT' | 'PHONE_NEEDED';

/** Longest first or last name, in characters. */
export const MAX_NAME = 80;
/** Longest telephone number, in characters. */
export const MAX_PHONE = 40;

// Names stand in mails to others, so nothing that makes a link of them; Van 't Hof, D'Angelo and Müller (jr.) pass.
const NAME = /^[\p{L}\p{M}\p{N} .,'’`()·-]+$/u;
const PHONE = /^[+(\d][\d ().,/-]*$/;
/** Fewest digits by which somebody can be called, extensions included. */
const LEAST_DIGITS = 5;

const NEEDED = { firstName: 'FIRST_NAME_NEEDED', lastName: 'LAST_NAME_NEEDED' } as const;

/** What cannot be taken, by field; empty when all is well. All three are asked for (R16). */
export function personalDataProblems(
  data: PersonalData,
): { readonly path: keyof PersonalData; readonly code: PersonalDataProblem }[] {
  const problems: { path: keyof PersonalData; code: PersonalDataProblem }[] = [];
  for (const path of ['firstName', 'lastName'] as const) {
    const name = data[path].slice(0, MAX_NAME + 100).trim();
    if (name === '' || name.length > MAX_NAME) problems.push({ path, code: NEEDED[path] });
    else if (!NAME.test(name)) problems.push({ path, code: 'NAME_UNFIT' });
  }
  if (!isPhone(data.phone)) problems.push({ path: 'phone', code: 'PHONE_NEEDED' });
  return problems;
}

/** As it is stored: without white space around it. */
export function trimmed<Data extends PersonalData>(data: Data): Data {
  const { firstName, lastName, phone } = data;
  return { ...data, firstName: firstName.trim(), lastName: lastName.trim(), phone: phone.trim() };
}

function isPhone(typed: string): boolean {
  if (typed.length > MAX_PHONE + 20) return false;
  const phone = typed.trim();
  return phone.length <= MAX_PHONE && PHONE.test(phone) && phone.replace(/\D/g, '').length >= LEAST_DIGITS;
}
