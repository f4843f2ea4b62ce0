import { plainText } from '@platen/platform';
import { isCalendarDay } from './calendar-day';
import type { RegisterColumn } from './register-columns';

/** What is written down of a machine when it is registered; its place is said beside. */
export interface DeviceFacts {
  readonly serialNumber: string;
  readonly maker: string;
  readonly model: string;
  readonly name: string;
  readonly equipmentId: string | null;
  readonly floor: string | null;
  readonly room: string | null;
  readonly department: string | null;
  readonly costCentre: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly contractNumber: string | null;
  /** yyyy-mm-dd */
  readonly installedOn: string | null;
  readonly monitored: boolean;
  readonly lifecycle: 'planned' | 'installed';
}

/** The facts that are texts. */
export type TextFact = Exclude<keyof DeviceFacts, 'monitored' | 'lifecycle' | 'installedOn'>;

/** Each text: its column in lists, its longest value in characters, whether a machine needs it. */
export const textFacts: Readonly<
  Record<TextFact, { readonly column: RegisterColumn; readonly max: number; readonly needed: boolean }>
> = {
  serialNumber: { column: 'serial_number', max: 60, needed: true },
  maker: { column: 'maker', max: 120, needed: true },
  model: { column: 'model', max: 120, needed: true },
  name: { column: 'name', max: 120, needed: true },
  equipmentId: { column: 'equipment_id', max: 60, needed: false },
  floor: { column: 'floor', max: 60, needed: false },
  room: { column: 'room', max: 60, needed: false },
  department: { column: 'department', max: 120, needed: false },
  costCentre: { column: 'cost_centre', max: 60, needed: false },
  contactName: { column: 'contact_name', max: 120, needed: false },
  contactEmail: { column: 'contact_email', max: 254, needed: false },
  contactPhone: { column: 'contact_phone', max: 40, needed: false },
  contractNumber: { column: 'contract_number', max: 60, needed: false },
};

export type FactProblem =
  | 'valueNeeded'
  | 'tooLong'
  | 'controlCharacter'
  | 'formula'
  | 'emailInvalid'
  | 'dateInvalid';

export interface FactFault {
  readonly fact: TextFact | 'installedOn';
  readonly problem: FactProblem;
  readonly max: number;
}

const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const PHONE = /^\+?[\d ()./-]+$/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/;

/** True for a text that a spreadsheet would carry out when the list is opened (threats C32); a phone number is none. */
export function isFormula(text: string): boolean {
  return plainText(text) !== text && !PHONE.test(text);
}

/** What cannot be registered of these facts, blanks around them gone; empty when all is well. */
export function factFaults(facts: DeviceFacts): FactFault[] {
  const faults: FactFault[] = [];
  for (const fact of Object.keys(textFacts) as TextFact[]) {
    const problem = textProblem(facts[fact], fact);
    if (problem) faults.push({ fact, problem, max: textFacts[fact].max });
  }
  if (facts.installedOn !== null && !isCalendarDay(facts.installedOn))
    faults.push({ fact: 'installedOn', problem: 'dateInvalid', max: 0 });
  return faults;
}

function textProblem(value: string | null, fact: TextFact): FactProblem | null {
  const { max, needed } = textFacts[fact];
  if (value === null || value === '') return needed ? 'valueNeeded' : null;
  if (value.length > max) return 'tooLong';
  if (CONTROL.test(value)) return 'controlCharacter';
  if (isFormula(value)) return 'formula';
  return fact === 'contactEmail' && !EMAIL.test(value) ? 'emailInvalid' : null;
}
