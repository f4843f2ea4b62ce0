import type { MockDevice } from './devices';
import type { MockSession } from './graph';
import { makeOrders, type MockOrder } from './orders';
import { customers, type MockPerson } from './people';

type Allowed = (session: MockSession, right: string, field: string) => MockPerson;
type Connect = (nodes: readonly { id: string }[], page: { first?: number; after?: string }) => object;

interface Filter {
  readonly statuses?: readonly string[] | null;
  readonly deviceId?: string | null;
  readonly automatic?: boolean | null;
  readonly search?: string | null;
  readonly customerId?: string | null;
  readonly late?: boolean | null;
}

const underWay = ['RECEIVED', 'CONFIRMED', 'PICKED', 'SHIPPED', 'BACKORDERED'];

/** Orders of the mock and what people do with them. */
export function makeOrderGraph(
  now: number,
  devices: readonly MockDevice[],
  allowed: Allowed,
  connect: Connect,
  deviceById: (id: string) => object | null,
) {
  const orders = makeOrders(devices, now);
  const today = new Date(now).toISOString().slice(0, 10);
  const plain = (order: MockOrder) => ({
    ...order,
    device: () => deviceById(order.deviceId),
    customer: customers.find(({ id }) => id === order.customerId),
  });
  const visible = ({ kind, customerId }: MockPerson) =>
    orders.filter((order) => kind === 'STAFF' || order.customerId === customerId);
  const fits = (order: MockOrder, { statuses, deviceId, automatic, search, customerId, late }: Filter) => {
    const device = devices.find(({ id }) => id === order.deviceId);
    const words = [order.number, device?.name, device?.serialNumber].join('\n').toLowerCase();
    const isLate = underWay.includes(order.status) && order.expectedOn < today;
    return (
      (!customerId || order.customerId === customerId) &&
      (typeof late !== 'boolean' || isLate === late) &&
      (!statuses?.length || statuses.includes(order.status)) &&
      (!deviceId || order.deviceId === deviceId) &&
      (typeof automatic !== 'boolean' || order.automatic === automatic) &&
      (!search || words.includes(search.toLowerCase()))
    );
  };
  return {
    /** orders of the mock as they are; placing and changing them happens here */
    orders,
    plain,
    ofDevice: (id: string) => orders.filter(({ deviceId }) => deviceId === id).map(plain),
    fields: {
      orderSummary: (_: unknown, session: MockSession) => {
        const mine = visible(allowed(session, 'order:read', 'orderSummary'));
        return { underWay: mine.filter(({ status }) => underWay.includes(status)).length };
      },
      orders: (args: { first?: number; after?: string; filter?: Filter }, session: MockSession) => {
        const mine = visible(allowed(session, 'order:read', 'orders'));
        return connect(mine.filter((order) => fits(order, args.filter ?? {})).map(plain), args);
      },
      order: ({ id }: { id: string }, session: MockSession) => {
        const order = visible(allowed(session, 'order:read', 'order')).find((one) => one.id === id);
        return order ? plain(order) : null;
      },
    },
  };
}
