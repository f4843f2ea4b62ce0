import { randomUUID } from 'node:crypto';
import type { BranchSettings, World, WorldBranch, WorldCustomer } from '@platen/contracts';

/** Settings of an Italian branch. */
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
    meters: { dueDay: 25, reminderDaysBefore: [10, 5], linkValidDays: 10, correctionDays: 30 },
    invoiceNumberStart: 1,
    marketingConsent: false,
    ...overrides,
  };
}

/** A branch without customers. */
export function buildBranch(overrides: Partial<WorldBranch> = {}): WorldBranch {
  return { id: randomUUID(), code: 'IT', settings: buildSettings(), ...overrides };
}

/** A customer of a branch, without people. */
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

/** A world of the parts given; the rest is empty. */
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
