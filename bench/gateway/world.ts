import { createHash } from 'node:crypto';
import type { World, WorldDevice, WorldSupply } from '@platen/contracts';
import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';

/** Machines of the measured customer: more than a page, so that paging is real. */
const DEVICES = 60;
const colors = ['cyan', 'magenta', 'yellow', 'black'] as const;

export const benchUser = { email: 'bench@customer.example', password: 'interleaved-rounds-2026' } as const;

/** A UUID that is the same for the same name in every run. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`bench ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function deviceIdOf(index: number): string {
  return idOf(`device ${index}`);
}

/** One customer with 60 colour machines, an order for each and a request for every second. */
export function benchWorld(): World {
  const branch = buildBranch({ id: idOf('branch') });
  const customer = buildCustomer(branch, { id: idOf('customer') });
  const owned = { customerId: customer.id, branchId: branch.id };
  const indices = Array.from({ length: DEVICES }, (_, index) => index);
  const site = {
    ...owned,
    id: idOf('site'),
    name: 'Head office',
    street: 'Via Roma 1',
    postalCode: '10100',
    city: 'Torino',
    country: 'IT',
    deliveryContact: { name: 'Reception', email: null },
  };
  return buildWorld({
    branches: [branch],
    customers: [customer],
    users: [
      {
        ...owned,
        ...benchUser,
        id: idOf('user'),
        firstName: 'Bench',
        lastName: 'Mark',
        phone: null,
        locale: 'en',
        role: 'Administrator',
        deviceIds: [],
      },
    ],
    sites: [site],
    devices: indices.map((index) => ({ ...owned, siteId: site.id, ...deviceOf(index) })),
    articles: colors.map((color) => ({
      id: idOf(`article ${color}`),
      branchId: branch.id,
      partNumber: `TN-${color}`,
      name: `Toner ${color}`,
      kind: 'toner' as const,
      color,
      models: ['C4500'],
      yieldImpressions: 12_000,
    })),
    orders: indices.map((index) => ({
      ...owned,
      id: idOf(`order ${index}`),
      deviceId: deviceIdOf(index),
      articleId: idOf('article black'),
      supplySlot: '4',
      quantity: 1,
      automatic: true,
      status: index % 3 === 0 ? ('shipped' as const) : ('delivered' as const),
      placedDaysAgo: 1 + (index % 40),
      levelPercent: 12,
    })),
    tickets: indices
      .filter((index) => index % 2 === 0)
      .map((index) => ({
        ...owned,
        id: idOf(`ticket ${index}`),
        deviceId: deviceIdOf(index),
        subject: `Paper jam in tray ${1 + (index % 4)}`,
        status: 'received' as const,
        openedDaysAgo: index % 9,
      })),
  });
}

function deviceOf(index: number): Omit<WorldDevice, 'customerId' | 'branchId' | 'siteId'> {
  const number = String(index).padStart(3, '0');
  return {
    id: deviceIdOf(index),
    name: `Machine ${number}`,
    serialNumber: `BENCH${number}`,
    equipmentId: `EQ${number}`,
    maker: 'Konica Minolta',
    model: 'C4500',
    monitored: true,
    floor: String(index % 5),
    room: `${index % 5}.${number}`,
    department: 'Administration',
    lastSeenHoursAgo: 0.5,
    status: 'idle',
    errors: [],
    monthlyVolumes: [{ mono: 1000 + index, color: 500 + index }],
    startMeters: { mono: 20_000, color: 10_000 },
    supplies: colors.map((color, slot) => supplyOf(color, slot, index)),
  };
}

function supplyOf(color: (typeof colors)[number], slot: number, index: number): WorldSupply {
  return {
    slot: String(slot + 1),
    description: `Toner cartridge ${color}`,
    kind: 'toner',
    color,
    class: 'consumed',
    levelState: 'percent',
    levelPercent: 20 + ((index * 7 + slot * 13) % 80),
    cartridgeSerial: null,
  };
}
