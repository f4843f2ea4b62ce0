import { randomUUID } from 'node:crypto';
import {
  type BranchSettings,
  type PayloadOf,
  type SupplyColor,
  type SupplyKind,
  customerChanged,
  deviceChanged,
  type supplyLevelChanged,
} from '@platen/contracts';
import { type Actor, system } from '@platen/platform';
import { modelKey } from '../src/articles/model-key';
import type { OrderingUnderTest } from './ordering-under-test';

type Device = PayloadOf<typeof deviceChanged>;
type Level = PayloadOf<typeof supplyLevelChanged>;

/** Settings of an Italian branch. */
export function buildSettings(overrides: Partial<BranchSettings> = {}): BranchSettings {
  return {
    name: 'Branch Italy',
    locale: 'it',
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    vatRates: { standard: '22' },
    calendar: { holidays: 'IT', workDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
    brand: { name: 'Carta e Inchiostro', color: '#1a2b3c', logoUrl: null },
    contacts: [
      { topic: 'general', phone: '+39 02 0000', mail: null, hours: null },
      { topic: 'supplies', phone: '800 000 001', mail: 'consumabili@branch.example', hours: '9-18' },
    ],
    registration: 'invitation',
    passwordHelp: 'organisation',
    ticket: { confirmationTo: 'requester', historyWindowDays: null, numberStart: 7_200_000 },
    ordering: {
      orderableKinds: ['toner', 'waste'],
      orderNumberStart: 510_001,
      cutOff: '12:00',
      deliveryDaysBeforeCutOff: 2,
      deliveryDaysAfterCutOff: 3,
      reorderPercent: 20,
    },
    silentAfterHours: 24,
    invoiceNumberStart: 1,
    marketingConsent: false,
    ...overrides,
  };
}

/** A branch with settings and a catalogue, and one customer: the tenant of one test. */
export interface Tenant {
  readonly branchId: string;
  readonly customerId: string;
  readonly branch: BranchSettings;
}

/** Makes ids only; nothing is known of it yet. */
export function newTenant(overrides: Partial<Tenant> = {}): Tenant {
  return { branchId: randomUUID(), customerId: randomUUID(), branch: buildSettings(), ...overrides };
}

/** Makes branch, customer and a black toner for 'ECO M40' known. */
export async function knownTenant(
  ordering: OrderingUnderTest,
  overrides: Partial<Tenant> = {},
): Promise<Tenant> {
  const tenant = newTenant(overrides);
  await knowBranch(ordering, tenant);
  await ordering.deliver(customerChanged, buildCustomer(tenant));
  await buildArticle(ordering, tenant);
  return tenant;
}

/** What the platform keeps of a branch in every service. */
export async function knowBranch(ordering: OrderingUnderTest, { branchId, branch }: Tenant): Promise<void> {
  await ordering.rows(
    'insert into ordering.known_branch (id, code, version, settings) values ($1, $2, 1, $3)',
    [branchId, 'IT', JSON.stringify(branch)],
  );
}

export function buildCustomer(tenant: Tenant): PayloadOf<typeof customerChanged> {
  return {
    customerId: tenant.customerId,
    branchId: tenant.branchId,
    version: 1,
    number: '100200',
    name: 'Rossi S.p.A.',
    notificationEmail: 'ufficio@rossi.example',
    locale: 'it',
  };
}

/** An article of the branch that fits a model. @returns its id */
export async function buildArticle(
  ordering: OrderingUnderTest,
  tenant: Tenant,
  {
    kind = 'toner',
    color = 'black',
    model = 'ECO M40',
    partNumber = `TN-${kind}-${color}`,
    yieldImpressions = 12_000,
  }: Partial<{
    kind: SupplyKind;
    color: SupplyColor;
    model: string;
    partNumber: string;
    yieldImpressions: number;
  }> = {},
): Promise<string> {
  const [article] = await ordering.rows<{ id: string }>(
    `insert into ordering.article (branch_id, part_number, name, kind, color, yield_impressions)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [tenant.branchId, partNumber, `Article ${partNumber}`, kind, color, yieldImpressions],
  );
  if (!article) throw new Error('No article was stored.');
  await ordering.rows('insert into ordering.article_fit values ($1, $2, $3, $4, $5)', [
    tenant.branchId,
    modelKey(model),
    kind,
    color,
    article.id,
  ]);
  return article.id;
}

export function buildDevice(tenant: Tenant, overrides: Partial<Device> = {}): Device {
  return {
    deviceId: randomUUID(),
    customerId: tenant.customerId,
    branchId: tenant.branchId,
    version: 1,
    name: 'Reception',
    serialNumber: 'SN-1001',
    maker: 'Eco',
    model: 'ECO M40',
    monitored: true,
    active: true,
    site: {
      siteId: randomUUID(),
      name: 'Sede',
      street: 'Via Roma 1',
      postalCode: '20121',
      city: 'Milano',
      country: 'IT',
    },
    place: '2nd floor',
    deliveryContact: { name: 'Anna Bianchi', email: 'anna@rossi.example' },
    ...overrides,
  };
}

/** A device that ordering knows. */
export async function knownDevice(
  ordering: OrderingUnderTest,
  tenant: Tenant,
  overrides: Partial<Device> = {},
): Promise<Device> {
  const device = buildDevice(tenant, overrides);
  await ordering.deliver(deviceChanged, device);
  return device;
}

/** A series of readings of the black toner of a device: call it with minute and percent. */
export function blackTonerOf(device: Device, overrides: Partial<Level> = {}) {
  const supplyId = randomUUID();
  return (minute: number, levelPercent: number | null, more: Partial<Level> = {}): Level => ({
    supplyId,
    deviceId: device.deviceId,
    customerId: device.customerId,
    branchId: device.branchId,
    slot: '1.1',
    kind: 'toner',
    color: 'black',
    class: 'consumed',
    description: 'Black toner',
    levelState: 'percent',
    levelPercent,
    cartridgeSerial: null,
    readAt: new Date(Date.UTC(2026, 10, 16, 6, minute)).toISOString(),
    totalImpressions: 10_000 + minute,
    ...overrides,
    ...more,
  });
}

/** Who works for the customer and sees all its devices. */
export function memberOf(tenant: Tenant, overrides: Partial<Actor> = {}): Actor {
  return {
    ...system('test'),
    kind: 'user',
    id: randomUUID(),
    branchId: tenant.branchId,
    customerId: tenant.customerId,
    rights: new Set(['order:read', 'device:read']),
    ...overrides,
  };
}

/** Who works for the branch. */
export function staffOf(tenant: Tenant): Actor {
  return { ...memberOf(tenant), kind: 'staff', customerId: null };
}
