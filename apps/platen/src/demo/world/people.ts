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
  {
    email: 'desk.it@platen.example',
    firstName: 'Giulia',
    lastName: 'Ferri',
    role: 'Service desk',
    locale: 'it',
    branchId: italy,
    customer: null,
  },
  {
    email: 'desk.nl@platen.example',
    firstName: 'Daan',
    lastName: 'Mulder',
    role: 'Service desk',
    locale: 'nl',
    branchId: netherlands,
    customer: null,
  },
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
