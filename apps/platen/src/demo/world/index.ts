import type { World, WorldDevice, WorldInvoice, WorldOrder, WorldTicket } from '@platen/contracts';
import { branches } from './branches';
import { customers, fleets } from './customers';
import { expandFleet } from './fleet';
import { groupsOf } from './groups';
import { idOf } from './ids';
import { articlesOf, modelsOf } from './models';
import { collectorKeys, usersSeeing } from './people';

export { demoPassword } from './people';

/** The device whose magenta runs low a little after the first start. */
export const runsLow = { device: 'Accoglienza, 2º piano', color: 'magenta' } as const;

/**
 * The demo: two branches, three customers, a year of volumes, orders, requests and invoices.
 * @param makeKey  collector key in clear for a customer; an installation makes its own
 */
export function demoWorld(makeKey: (customer: string) => string): World {
  const expanded = fleets.map(expandFleet);
  const devices = expanded.flatMap((fleet) => fleet.devices);
  const articles = branches.flatMap(articlesOf);
  const torino = devices
    .filter((device) => device.siteId === idOf('site rossi-torino'))
    .map((device) => device.id);
  return {
    branches,
    customers,
    users: usersSeeing((email) => (email === 'marco.conti@rossi.example' ? torino : [])),
    keys: collectorKeys(makeKey),
    sites: expanded.flatMap((fleet) => fleet.sites),
    devices,
    groups: groupsOf(devices),
    models: branches.flatMap(modelsOf),
    articles,
    orders: devices
      .filter(({ lifecycle }) => lifecycle !== 'planned')
      .flatMap((device, index) => pastOrders(device, index, articles)),
    tickets: tickets(devices),
    invoices: customers.flatMap((customer) => invoicesOf(customer.id, customer.branchId)),
  };
}

/** Delivered cartridges of the past months, and a few that are on their way. */
function pastOrders(device: WorldDevice, index: number, articles: World['articles']): WorldOrder[] {
  if (!device.monitored) return [];
  const supply = device.supplies[index % Math.max(1, device.supplies.length - 1)];
  const article = articles.find(
    (candidate) =>
      candidate.branchId === device.branchId &&
      candidate.models.includes(device.model) &&
      candidate.color === supply?.color,
  );
  if (!supply || !article) return [];
  const order = (daysAgo: number, status: WorldOrder['status']): WorldOrder => ({
    id: idOf(`order ${device.id} ${daysAgo}`),
    customerId: device.customerId,
    branchId: device.branchId,
    deviceId: device.id,
    articleId: article.id,
    supplySlot: supply.slot,
    quantity: 1,
    automatic: true,
    status,
    placedDaysAgo: daysAgo,
    levelPercent: 9 + (index % 6),
  });
  return [
    order(40 + index * 3, 'delivered'),
    ...((supply.levelPercent ?? 100) < 26 ? [order(1, 'shipped')] : []),
  ];
}

function tickets(devices: readonly WorldDevice[]): WorldTicket[] {
  const named = (name: string) => devices.find((device) => device.name === name);
  const lines = [
    {
      device: 'Archivio',
      subject: 'Inceppamento ricorrente dal cassetto 2',
      status: 'waiting',
      openedDaysAgo: 0.2,
    },
    {
      device: 'Sinistri, ala sinistra',
      subject: 'La macchina non risponde in rete',
      status: 'scheduled',
      openedDaysAgo: 2,
    },
    {
      device: 'Assunzione rischi',
      subject: 'Righe sulla scansione dall’alimentatore',
      status: 'closed',
      openedDaysAgo: 58,
    },
    {
      device: 'Portineria',
      subject: 'Stampa sbiadita sul lato sinistro',
      status: 'resolved',
      openedDaysAgo: 21,
    },
    {
      device: 'Poortgebouw',
      subject: 'Machine is niet meer bereikbaar',
      status: 'received',
      openedDaysAgo: 1.5,
    },
    {
      device: 'Douane',
      subject: 'Vastgelopen papier in de documentinvoer',
      status: 'closed',
      openedDaysAgo: 75,
    },
  ] as const;
  return lines.flatMap((line) => {
    const device = named(line.device);
    if (!device) return [];
    return {
      id: idOf(`ticket ${line.device}`),
      customerId: device.customerId,
      branchId: device.branchId,
      deviceId: device.id,
      subject: line.subject,
      status: line.status,
      openedDaysAgo: line.openedDaysAgo,
    };
  });
}

function invoicesOf(customerId: string, branchId: string): WorldInvoice[] {
  return [0, 1, 2, 3].map((quarter) => ({
    id: idOf(`invoice ${customerId} ${quarter}`),
    customerId,
    branchId,
    issuedDaysAgo: 12 + quarter * 91,
    dueInDays: 30,
    totalMinor: 184_250 + ((quarter * 7919) % 60_000),
    status: quarter === 0 ? 'issued' : 'paid',
  }));
}
