import { randomUUID } from 'node:crypto';
import type {
  BranchSettings,
  World,
  WorldBranch,
  WorldCustomer,
  WorldKey,
  WorldUser,
} from '@platen/contracts';

/** What every factory's user signs in with. */
export const password = 'correct horse battery staple';

export function buildSettings(overrides: Partial<BranchSettings> = {}): BranchSettings {
  return {
    name: 'Platen Italia',
    locale: 'it',
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    vatRates: { standard: '22' },
    calendar: { holidays: 'IT', workDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
    brand: { name: 'Platen', color: '#1b2733', logoUrl: null },
    contacts: [{ topic: 'general', phone: '800 000 000', mail: null, hours: '9-18' }],
    registration: 'invitation',
    passwordHelp: 'organisation',
    ticket: { confirmationTo: 'requester', historyWindowDays: null, numberStart: 7_200_000 },
    ordering: {
      orderableKinds: ['toner', 'waste'],
      orderNumberStart: 1000,
      cutOff: '12:00',
      deliveryDaysBeforeCutOff: 2,
      deliveryDaysAfterCutOff: 3,
      reorderPercent: 15,
    },
    silentAfterHours: 24,
    invoiceNumberStart: 1,
    marketingConsent: false,
    ...overrides,
  };
}

export function buildBranch(overrides: Partial<WorldBranch> = {}): WorldBranch {
  return { id: randomUUID(), code: 'IT', settings: buildSettings(), ...overrides };
}

export function buildCustomer(branch: WorldBranch, overrides: Partial<WorldCustomer> = {}): WorldCustomer {
  const id = randomUUID();
  return {
    id,
    branchId: branch.id,
    number: id.slice(0, 8),
    name: 'Rossi S.p.A.',
    notificationEmail: 'ufficio@rossi.example',
    locale: 'it',
    ...overrides,
  };
}

/** A person of a customer, or (given a branch alone) of its service desk. */
export function buildUser(of: WorldCustomer | WorldBranch, overrides: Partial<WorldUser> = {}): WorldUser {
  const id = randomUUID();
  const customer = 'branchId' in of ? of : null;
  return {
    id,
    branchId: customer?.branchId ?? of.id,
    customerId: customer?.id ?? null,
    email: `${id}@people.example`,
    password,
    firstName: 'Anna',
    lastName: 'Neri',
    phone: null,
    locale: 'it',
    role: customer ? 'Administrator' : 'Service desk',
    deviceIds: [],
    ...overrides,
  };
}

export function buildKey(customer: WorldCustomer, overrides: Partial<WorldKey> = {}): WorldKey {
  return {
    id: randomUUID(),
    kind: 'collector',
    branchId: customer.branchId,
    customerId: customer.id,
    name: 'Cellar collector',
    key: `ptn_${randomUUID()}${randomUUID()}`,
    rights: ['telemetry:write'],
    ...overrides,
  };
}

export function buildWorld(parts: Partial<World>): World {
  return {
    branches: [],
    customers: [],
    users: [],
    keys: [],
    sites: [],
    devices: [],
    articles: [],
    orders: [],
    tickets: [],
    invoices: [],
    ...parts,
  };
}
