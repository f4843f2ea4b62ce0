import type { MockDevice } from './devices';
import type { MockSession } from './graph';
import type { MockOrder } from './orders';
import type { MockPerson } from './people';

type Allowed = (session: MockSession, right: string, field: string) => MockPerson;

interface OrderGraph {
  readonly orders: MockOrder[];
  readonly plain: (order: MockOrder) => object;
}

interface Line {
  readonly deviceId: string;
  readonly slot?: string | null;
  readonly articleId?: string | null;
  readonly quantity: number;
}

interface Input {
  readonly idempotencyKey: string;
  readonly lines: readonly Line[];
  readonly deliveryAddress?: string | null;
  readonly contactEmail?: string | null;
}

const DAY = 86_400_000;
const live = ['RECEIVED', 'CONFIRMED', 'PICKED', 'SHIPPED', 'BACKORDERED'];
const words: Readonly<Record<string, string>> = {
  DEVICE_MONITORED:
    'This device is monitored: its supplies are ordered automatically. For an extra supply, call 800 555 100.',
  STAPLES_BY_CONTACT: 'Staples cannot be ordered in the portal. Please call 800 555 100.',
  ALREADY_ON_ORDER: 'Already on its way.',
};

const article = (kind: string, color: string, more = '') => {
  const partNumber = kind === 'TONER' ? `TN-330${color[0]}${more}` : `${kind.slice(0, 2)}-900`;
  const name =
    kind === 'TONER' ? `Toner ${color.toLowerCase()} ${partNumber}` : `${kind.toLowerCase()} ${partNumber}`;
  return {
    maxQuantity: 20,
    accessory: null,
    article: { id: `article-${partNumber}`, partNumber, name, kind, color },
  };
};

/** What the mock lets people order: toner and waste boxes of machines that nobody watches. */
export function makePlacing(
  now: number,
  devices: readonly MockDevice[],
  { orders, plain }: OrderGraph,
  allowed: Allowed,
) {
  const expectedOn = new Date(now + 2 * DAY).toISOString().slice(0, 10);
  const addressOf = ({ site }: MockDevice) => `${site.street}, 20123 ${site.city}`;
  const refusalOf = (device: MockDevice, kind: string, color: string) => {
    const code = (): string | null => {
      if (kind === 'STAPLES') return 'STAPLES_BY_CONTACT';
      return device.monitored ? 'DEVICE_MONITORED' : null;
    };
    const own = orders.find(
      ({ deviceId, status, lines }) =>
        deviceId === device.id &&
        live.includes(status) &&
        lines.some((line) => line.article.kind === kind && line.article.color === color),
    );
    const why = code() ?? (own ? 'ALREADY_ON_ORDER' : null);
    return (
      why && { code: why, text: words[why], order: why === 'ALREADY_ON_ORDER' && own ? plain(own) : null }
    );
  };
  const suppliesOf = (device: MockDevice) => [
    ...device.supplies.map(({ slot, kind, color, description }) => ({
      slot,
      kind,
      color,
      description,
      levelState: null,
      levelPercent: null,
      readAt: null,
      articles:
        kind === 'DRUM'
          ? []
          : [article(kind, color), ...(color === 'BLACK' ? [article(kind, color, 'XL')] : [])],
      refusal: refusalOf(device, kind, color),
    })),
    {
      slot: null,
      kind: 'STAPLES',
      color: null,
      description: null,
      levelState: null,
      levelPercent: null,
      readAt: null,
      articles: [],
      refusal: refusalOf(device, 'STAPLES', 'NONE'),
    },
  ];
  const answers = new Map<string, object>();
  return {
    orderableSupplies: ({ deviceId }: { deviceId: string }, session: MockSession) => {
      const { customerId } = allowed(session, 'order:place', 'orderableSupplies');
      const device = devices.find((one) => one.id === deviceId && one.customerId === customerId);
      return (
        device && {
          device,
          supplies: suppliesOf(device),
          expectedOn,
          deliveryAddress: addressOf(device),
          contactName: null,
          contactEmail: null,
        }
      );
    },
    placeOrder: ({ input }: { input: Input }, session: MockSession) => {
      const { customerId } = allowed(session, 'order:place', 'placeOrder');
      const known = answers.get(input.idempotencyKey);
      if (known) return known;
      if (input.contactEmail && !input.contactEmail.includes('@'))
        return {
          __typename: 'InvalidInputError',
          code: 'INVALID_INPUT',
          message: 'Please check the marked fields.',
          fields: [{ path: 'contactEmail', message: 'This is no complete e-mail address.' }],
        };
      const refused = input.lines.flatMap(({ deviceId, slot, quantity }, line) => {
        const device = devices.find(({ id }) => id === deviceId);
        const supply = device?.supplies.find((one) => one.slot === slot);
        const refusal = device && supply && refusalOf(device, supply.kind, supply.color);
        if (refusal) return [{ line, code: refusal.code, message: refusal.text }];
        // an invented limit that only the service knows
        return quantity === 13
          ? [{ line, code: 'ABOVE_LIMIT', message: 'At most 12 of this article can be ordered at once.' }]
          : [];
      });
      if (refused.length > 0)
        return {
          __typename: 'OrderRefusedError',
          code: 'ORDER_REFUSED',
          message: 'Nothing was ordered: some lines cannot be ordered.',
          lines: refused,
        };
      const placed = [...new Set(input.lines.map(({ deviceId }) => deviceId))].flatMap((deviceId, index) => {
        const device = devices.find(({ id }) => id === deviceId);
        if (!device || !customerId) return [];
        const id = `order-placed-${orders.length + 1}`;
        const order: MockOrder = {
          id,
          customerId,
          deviceId,
          number: String(4_500_018_400 + orders.length + index),
          status: 'RECEIVED',
          automatic: false,
          placedAt: new Date(now).toISOString(),
          expectedOn,
          note: null,
          reason: null,
          deliveryAddress: input.deliveryAddress ?? addressOf(device),
          timeline: [],
          lines: input.lines
            .filter((line) => line.deviceId === deviceId)
            .map(({ slot, quantity, articleId }, line) => {
              const supply = device.supplies.find((one) => one.slot === slot);
              const { article: made } = article(
                supply?.kind ?? 'TONER',
                supply?.color ?? 'BLACK',
                articleId?.endsWith('XL') ? 'XL' : '',
              );
              return { id: `${id}-${line}`, quantity, supplySlot: slot ?? null, article: made };
            }),
        };
        orders.unshift(order);
        return [order];
      });
      const answer = {
        __typename: 'PlaceOrderSuccess',
        batchId: `batch-${orders.length}`,
        numbers: placed.map(({ number }) => number),
        orders: placed.map(plain),
      };
      answers.set(input.idempotencyKey, answer);
      return answer;
    },
  };
}
