import type { WorldKey, WorldUser } from '@platen/contracts';
import { idOf } from './ids';

/** One password for all demo sign-ins; they exist in demo data only. */
export const demoPassword = 'paper-and-ink-2026';

const italy = idOf('branch IT');
const netherlands = idOf('branch NL');

interface Person extends Pick<WorldUser, 'email' | 'firstName' | 'lastName' | 'role' | 'locale'> {
  readonly branchId: string;
  readonly customer: string | null;
}

/** The provider's people of a branch, one for each role: `desk.it@platen.example`. */
function staff(
  branchId: string,
  locale: 'it' | 'nl',
  people: readonly (readonly [local: string, firstName: string, lastName: string, role: Person['role']])[],
): Person[] {
  return people.map(([local, firstName, lastName, role]) => ({
    email: `${local}.${locale}@platen.example`,
    firstName,
    lastName,
    role,
    locale,
    branchId,
    customer: null,
  }));
}

const people: readonly Person[] = [
  {
    email: 'elena.bianchi@rossi.example',
    firstName: 'Elena',
    lastName: 'Bianchi',
    role: 'Administrator',
    locale: 'it',
    branchId: italy,
    customer: 'rossi',
  },
  {
    email: 'marco.conti@rossi.example',
    firstName: 'Marco',
    lastName: 'Conti',
    role: 'Member',
    locale: 'it',
    branchId: italy,
    customer: 'rossi',
  },
  {
    email: 'paolo.verdi@verdi.example',
    firstName: 'Paolo',
    lastName: 'Verdi',
    role: 'Administrator',
    locale: 'it',
    branchId: italy,
    customer: 'verdi',
  },
  {
    email: 'sanne.devries@vandijk.example',
    firstName: 'Sanne',
    lastName: 'de Vries',
    role: 'Administrator',
    locale: 'nl',
    branchId: netherlands,
    customer: 'vandijk',
  },
  ...staff(italy, 'it', [
    ['desk', 'Giulia', 'Ferri', 'Service desk'],
    ['logistics', 'Luca', 'Moretti', 'Logistics'],
    ['finance', 'Chiara', 'Galli', 'Finance'],
    ['admin', 'Stefano', 'Riva', 'Branch administrator'],
  ]),
  ...staff(netherlands, 'nl', [
    ['desk', 'Daan', 'Mulder', 'Service desk'],
    ['logistics', 'Sem', 'Bakker', 'Logistics'],
    ['finance', 'Lotte', 'Visser', 'Finance'],
    ['admin', 'Femke', 'Smit', 'Branch administrator'],
  ]),
];

/** Everybody who can sign in. Members see only the devices named here. */
export function usersSeeing(devicesOf: (email: string) => readonly string[]): WorldUser[] {
  return people.map((person) => ({
    id: idOf(`user ${person.email}`),
    branchId: person.branchId,
    customerId: person.customer === null ? null : idOf(`customer ${person.customer}`),
    email: person.email,
    password: demoPassword,
    firstName: person.firstName,
    lastName: person.lastName,
    phone: null,
    locale: person.locale,
    role: person.role,
    deviceIds: devicesOf(person.email),
  }));
}

/**
 * A collector for each customer.
 * @param makeKey  the key in clear: made once for an installation, kept in its data folder
 */
export function collectorKeys(makeKey: (customer: string) => string): WorldKey[] {
  return [
    { customer: 'rossi', branchId: italy },
    { customer: 'verdi', branchId: italy },
    { customer: 'vandijk', branchId: netherlands },
  ].map(({ customer, branchId }) => ({
    id: idOf(`collector ${customer}`),
    kind: 'collector',
    branchId,
    customerId: idOf(`customer ${customer}`),
    name: `Collector ${customer}`,
    key: makeKey(customer),
    rights: ['telemetry:write'],
  }));
}
