import type { MockDevice } from './devices';

const day = 24 * 60 * 60_000;
const instant = (now: number, days: number) => new Date(now + days * day).toISOString();
const date = (now: number, days: number) => instant(now, days).slice(0, 10);

export interface MockOrder {
  readonly id: string;
  readonly customerId: string;
  readonly deviceId: string;
  readonly number: string;
  status: string;
  readonly automatic: boolean;
  readonly placedAt: string;
  readonly expectedOn: string;
  readonly lines: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly supplySlot: string | null;
    readonly article: {
      readonly id: string;
      readonly partNumber: string;
      readonly name: string;
      readonly kind: string;
      readonly color: string;
    };
  }[];
  readonly reason: object | null;
  readonly deliveryAddress: string;
  readonly note: string | null;
  readonly timeline: readonly MockEntry[];
}

/** Something that happened to an order. */
export interface MockEntry {
  readonly id: string;
  readonly happenedAt: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actor: { id: string; firstName: string; lastName: string } | null;
  readonly facts: readonly { name: string; value: string }[];
}

const way = ['CONFIRMED', 'PICKED', 'SHIPPED', 'DELIVERED'];
const emma = { id: 'user-emma.rinaldi@rossi.example', firstName: 'Emma', lastName: 'Rinaldi' };

/** What had to happen for an order to stand where it stands, a few hours apart. */
function timelineOf(id: string, { status, placed, automatic = true }: Told, now: number): MockEntry[] {
  const steps = way.slice(0, way.indexOf(status) + 1);
  const aside = way.includes(status) || status === 'RECEIVED' ? [] : [status];
  const entry = (kind: string, at: number, actorKind: string, actor: MockEntry['actor'] = null) => ({
    id: `${id}-${kind}`,
    happenedAt: instant(now, placed + at),
    kind,
    actorKind,
    actor,
    facts: [],
  });
  return [
    automatic ? entry('placed', 0, 'system') : entry('placed', 0, 'user', emma),
    ...[...steps, ...aside].map((step, at) => entry(step.toLowerCase(), (at + 1) * 0.02, 'staff')),
  ];
}

interface Told {
  /** Position in the list of machines. */
  readonly device: number;
  readonly color: string;
  readonly status: string;
  /** Days from now, negative for the past. */
  readonly placed: number;
  readonly expected: number;
  readonly automatic?: boolean;
}

const told: readonly Told[] = [
  { device: 0, color: 'MAGENTA', status: 'SHIPPED', placed: -2, expected: 3 },
  { device: 5, color: 'BLACK', status: 'RECEIVED', placed: -0.05, expected: 3 },
  { device: 6, color: 'YELLOW', status: 'CONFIRMED', placed: -1, expected: 2 },
  { device: 2, color: 'BLACK', status: 'PICKED', placed: -5, expected: -1 },
  { device: 7, color: 'BLACK', status: 'BACKORDERED', placed: -6, expected: 9 },
  { device: 1, color: 'BLACK', status: 'DELIVERED', placed: -20, expected: -17 },
  { device: 3, color: 'CYAN', status: 'DELIVERED', placed: -34, expected: -31, automatic: false },
  { device: 0, color: 'BLACK', status: 'CANCELLED', placed: -40, expected: -36, automatic: false },
  { device: 0, color: 'CYAN', status: 'DELIVERED', placed: -62, expected: -60 },
  { device: 3, color: 'BLACK', status: 'AWAITING_APPROVAL', placed: -70, expected: -67, automatic: false },
];

/** Orders as they are at `now`; the reasons read as a service would write them. */
export function makeOrders(devices: readonly MockDevice[], now: number): MockOrder[] {
  return told.map((row, index) => {
    const device = devices[row.device];
    if (!device) throw new Error(`the mock has no device ${row.device}`);
    const part = `TN-330${row.color[0]}`;
    const automatic = row.automatic ?? true;
    return {
      id: `order-${index + 1}`,
      customerId: device.customerId,
      deviceId: device.id,
      number: String(4_500_018_231 - index * 17),
      status: row.status,
      automatic,
      placedAt: instant(now, row.placed),
      expectedOn: date(now, row.expected),
      note: row.status === 'BACKORDERED' ? 'The maker delivers again at the end of the month.' : null,
      timeline: timelineOf(`order-${index + 1}`, row, now),
      deliveryAddress: `${device.site.street}, 20123 ${device.site.city}`,
      lines: [
        {
          id: `order-${index + 1}-line-1`,
          quantity: 1,
          supplySlot: device.supplies.find(({ color }) => color === row.color)?.slot ?? null,
          article: {
            id: `article-${part}`,
            partNumber: part,
            name: `Toner ${row.color.toLowerCase()} ${part}`,
            kind: 'TONER',
            color: row.color,
          },
        },
      ],
      reason: automatic
        ? {
            code: 'BELOW_REORDER_POINT',
            text: 'It stood at 14 %. At your pace it could have been empty before the next delivery.',
            decidedAt: instant(now, row.placed),
            levelPercent: 14,
          }
        : null,
    };
  });
}

/** Requests for service. */
export function makeTickets(devices: readonly MockDevice[], now: number) {
  const ticket = (index: number, device: number, subject: string, status: string, days: number) => ({
    id: `ticket-${index}`,
    customerId: devices[device]?.customerId,
    deviceId: devices[device]?.id,
    number: `720000${318_842 - index}`,
    subject,
    status,
    openedAt: instant(now, days),
  });
  return [
    ticket(1, 1, 'Paper jam in tray 2', 'SCHEDULED', -0.05),
    ticket(2, 8, 'Front door does not close', 'RECEIVED', -0.2),
    ticket(3, 0, 'Stripes on copies', 'CLOSED', -48),
    ticket(4, 0, 'Does not scan to mail', 'RESOLVED', -96),
  ];
}

/** Invoices of the first customer. */
export function makeInvoices(now: number) {
  const invoice = (index: number, days: number, amount: string, status: string) => ({
    id: `invoice-${index}`,
    customerId: 'customer-rossi',
    number: `26/${4410 - index}`,
    issuedOn: date(now, days),
    dueOn: date(now, days + 30),
    total: { amount, currency: 'EUR' },
    status,
  });
  return [
    invoice(1, -10, '1284.50', 'ISSUED'),
    invoice(2, -41, '1311.08', 'OVERDUE'),
    invoice(3, -71, '1190.00', 'PAID'),
  ];
}
