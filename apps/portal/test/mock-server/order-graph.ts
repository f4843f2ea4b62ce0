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

const beforePicked = ['RECEIVED', 'CONFIRMED', 'BACKORDERED'];

/** The one parcel of an order that has left. */
function parcelOf({ id, lines }: MockOrder, now: number) {
  return {
    id: `${id}-parcel`,
    key: id,
    carrier: 'BRT',
    trackingNumber: '2284112093',
    trackingUrl: 'https://track.brt.example/2284112093',
    shippedAt: new Date(now - 86_400_000).toISOString(),
    deliveredAt: null,
    lines: lines.map((line) => ({ lineId: line.id, quantity: line.quantity, article: line.article })),
  };
}

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
    canCancel: beforePicked.includes(order.status),
    cancelAdvice:
      underWay.includes(order.status) && !beforePicked.includes(order.status)
        ? 'It is packed already. To cancel, change or return it, call 800 555 100.'
        : null,
    canDecide: order.status === 'AWAITING_APPROVAL',
    approvalReason: order.status === 'AWAITING_APPROVAL' ? 'More than 10 pieces were ordered.' : null,
    shipments: order.status === 'SHIPPED' ? [parcelOf(order, now)] : [],
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
      cancelOrder: ({ input }: { input: { orderId: string } }, session: MockSession) => {
        const order = visible(allowed(session, 'order:place', 'cancelOrder')).find(
          ({ id }) => id === input.orderId,
        );
        if (!order)
          return {
            __typename: 'OrderNotFoundError',
            code: 'ORDER_NOT_FOUND',
            message: 'This order is unknown.',
          };
        if (!beforePicked.includes(order.status))
          return {
            __typename: 'OrderPastSelfServiceError',
            code: 'ORDER_PAST_SELF_SERVICE',
            message: 'It is packed already. Call 800 555 100.',
            status: order.status,
          };
        order.status = 'CANCELLED';
        return { __typename: 'CancelOrderSuccess', order: plain(order) };
      },
      approveOrder: ({ input }: { input: { orderId: string } }, session: MockSession) => {
        const order = visible(allowed(session, 'order:read', 'approveOrder')).find(
          ({ id }) => id === input.orderId,
        );
        if (order) order.status = 'RECEIVED';
        return { __typename: 'DecideOrderSuccess', order: order ? plain(order) : null };
      },
      declineOrder: ({ input }: { input: { orderId: string; reason: string } }, session: MockSession) => {
        const order = visible(allowed(session, 'order:read', 'declineOrder')).find(
          ({ id }) => id === input.orderId,
        );
        if (input.reason.trim() === '')
          return {
            __typename: 'InvalidInputError',
            code: 'INVALID_INPUT',
            message: '',
            fields: [{ path: 'reason', message: 'Say why.' }],
          };
        if (order) Object.assign(order, { status: 'DECLINED', declineReason: input.reason });
        return { __typename: 'DecideOrderSuccess', order: order ? plain(order) : null };
      },
      changeOrderStatus: (
        {
          input,
        }: { input: { orderId: string; status: string; expectedOn?: string | null; note?: string | null } },
        session: MockSession,
      ) => {
        const order = visible(allowed(session, 'order:manage', 'changeOrderStatus')).find(
          ({ id }) => id === input.orderId,
        );
        if (!order)
          return {
            __typename: 'OrderNotFoundError',
            code: 'ORDER_NOT_FOUND',
            message: 'This order is unknown.',
          };
        if (order.status === 'DELIVERED' && input.status !== 'RETURNED')
          return {
            __typename: 'OrderActNotPossibleError',
            code: 'ORDER_ACT_NOT_POSSIBLE',
            message: 'A delivered order can only be returned.',
            status: order.status,
          };
        if (input.expectedOn && input.expectedOn < today)
          return {
            __typename: 'InvalidInputError',
            code: 'INVALID_INPUT',
            message: '',
            fields: [{ path: 'expectedOn', message: 'This day has passed.' }],
          };
        Object.assign(order, {
          status: input.status,
          expectedOn: input.expectedOn ?? order.expectedOn,
          note: input.note ?? order.note,
        });
        return { __typename: 'ChangeOrderStatusSuccess', order: plain(order) };
      },
      order: ({ id }: { id: string }, session: MockSession) => {
        const order = visible(allowed(session, 'order:read', 'order')).find((one) => one.id === id);
        return order ? plain(order) : null;
      },
    },
  };
}
