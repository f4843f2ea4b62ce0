import { randomUUID } from 'node:crypto';
import type {
  World,
  WorldCustomer,
  WorldDevice,
  WorldModel,
  WorldSite,
  WorldSupply,
  WorldUser,
} from '@platen/contracts';
import { italy, memberId, rossi } from './actors';

let made = 0;

export function buildSite(overrides: Partial<WorldSite> = {}): WorldSite {
  return {
    id: randomUUID(),
    customerId: rossi,
    branchId: italy,
    name: 'Milano',
    street: 'Via Roma 1',
    postalCode: '20121',
    city: 'Milano',
    country: 'IT',
    deliveryContact: { name: 'Anna Neri', email: 'anna@rossi.example' },
    ...overrides,
  };
}

/** An organisation of the Italian branch: Rossi unless said otherwise. */
export function buildCustomer(overrides: Partial<WorldCustomer> = {}): WorldCustomer {
  return {
    id: rossi,
    branchId: italy,
    number: '100482',
    name: 'Rossi',
    notificationEmail: 'office@rossi.example',
    locale: 'it',
    ...overrides,
  };
}

/** A model of the Italian branch's catalogue, of which the machines of `buildDevice` are. */
export function buildModel(overrides: Partial<WorldModel> = {}): WorldModel {
  const { levelState: _, levelPercent: __, cartridgeSerial: ___, ...slot } = buildSupply();
  return {
    branchId: italy,
    maker: 'Acme',
    model: 'Press 200',
    color: false,
    a3: true,
    monthlyFrom: 1000,
    monthlyTo: 5000,
    slots: [slot],
    meterKinds: ['total', 'mono'],
    ...overrides,
  };
}

/** A monitored machine at a site, with the site's customer, polled an hour ago. */
export function buildDevice(site: WorldSite, overrides: Partial<WorldDevice> = {}): WorldDevice {
  made += 1;
  return {
    id: randomUUID(),
    customerId: site.customerId,
    branchId: site.branchId,
    siteId: site.id,
    name: `Machine ${String(made).padStart(4, '0')}`,
    serialNumber: `SN${made}`,
    equipmentId: null,
    maker: 'Acme',
    model: 'Press 200',
    monitored: true,
    floor: null,
    room: null,
    department: null,
    lastSeenHoursAgo: 1,
    status: 'idle',
    errors: [],
    monthlyVolumes: [],
    startMeters: { mono: 0, color: 0 },
    supplies: [],
    ...overrides,
  };
}

export function buildSupply(overrides: Partial<WorldSupply> = {}): WorldSupply {
  return {
    slot: '1.1',
    description: 'Black toner',
    kind: 'toner',
    color: 'black',
    class: 'consumed',
    levelState: 'percent',
    levelPercent: 60,
    cartridgeSerial: null,
    ...overrides,
  };
}

/** A person of Rossi to whom these machines are assigned. */
export function buildMember(deviceIds: readonly string[], overrides: Partial<WorldUser> = {}): WorldUser {
  return {
    id: memberId,
    branchId: italy,
    customerId: rossi,
    email: 'member@rossi.example',
    password: 'not used here',
    firstName: 'Marco',
    lastName: 'Verdi',
    phone: null,
    locale: 'it',
    role: 'Member',
    deviceIds,
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
