import { randomUUID } from 'node:crypto';
import {
  type BranchSettings,
  type PayloadOf,
  type Right,
  type SupplyColor,
  type SupplyKind,
  customerChanged,
  deviceChanged,
  supplyLevelChanged,
} from '@platen/contracts';
import type { Actor } from '@platen/platform';
import { type ActorParts, buildActor, buildSettings } from '@platen/testing';
import { modelKey } from '../src/articles/model-key';
import type { OrderingUnderTest } from './ordering-under-test';

type Device = PayloadOf<typeof deviceChanged>;
type Level = PayloadOf<typeof supplyLevelChanged>;

/** Settings of an Italian branch with a desk for supplies, that orders at 20 % and counts from 510001. */
export function orderingSettings(overrides: Partial<BranchSettings> = {}): BranchSettings {
  const settings = buildSettings();
  return {
    ...settings,
    contacts: [
      ...settings.contacts,
      { topic: 'supplies', phone: '800 000 001', mail: 'consumabili@branch.example', hours: '9-18' },
    ],
    ordering: { ...settings.ordering, orderNumberStart: 510_001, reorderPercent: 20 },
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
  return { branchId: randomUUID(), customerId: randomUUID(), branch: orderingSettings(), ...overrides };
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

/** Another customer of the same branch. */
export async function neighbourOf(ordering: OrderingUnderTest, tenant: Tenant): Promise<Tenant> {
  const neighbour = newTenant({ branchId: tenant.branchId, branch: tenant.branch });
  await ordering.deliver(customerChanged, buildCustomer(neighbour));
  return neighbour;
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
  await ordering.rows(
    'insert into ordering.article_fit (branch_id, model_key, kind, color, article_id) values ($1, $2, $3, $4, $5)',
    [tenant.branchId, modelKey(model), kind, color, article.id],
  );
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
export function memberOf({ branchId, customerId }: Tenant, parts: ActorParts = {}): Actor {
  return buildActor({ branchId, customerId, rights: ['order:read', 'device:read'], ...parts });
}

/** Who works for the branch. */
export function staffOf({ branchId }: Tenant, parts: ActorParts = {}): Actor {
  const rights: Right[] = ['order:read', 'device:read'];
  return buildActor({ kind: 'staff', branchId, customerId: null, rights, ...parts });
}

/** An order that the engine placed for a new device of the tenant, expected on 18 November. */
export async function orderOf(
  ordering: OrderingUnderTest,
  tenant: Tenant,
): Promise<{ readonly id: string; readonly number: string; readonly deviceId: string }> {
  const device = await knownDevice(ordering, tenant);
  await ordering.deliver(supplyLevelChanged, blackTonerOf(device)(1, 14));
  const [order] = await ordering.rows<{ id: string; number: string; deviceId: string }>(
    'select id, number, device_id as "deviceId" from ordering.supply_order where device_id = $1',
    [device.deviceId],
  );
  if (!order) throw new Error('Nothing was ordered.');
  return order;
}

/** Who orders for the customer. */
export function buyerOf(tenant: Tenant, parts: ActorParts = {}): Actor {
  return memberOf(tenant, { rights: ['order:read', 'order:place', 'device:read'], ...parts });
}
