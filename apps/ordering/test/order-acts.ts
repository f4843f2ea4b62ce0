import type { Actor } from '@platen/platform';
import type { OrderingUnderTest } from './ordering-under-test';

const FAILURE = '... on UserError { code message } ... on InvalidInputError { fields { path message } }';
const RECORDED = `__typename ... on RecordShipmentSuccess { order { status }
    shipment { id key carrier trackingNumber trackingUrl shippedAt deliveredAt lines { quantity article { partNumber } } } }
  ${FAILURE} ... on OrderActNotPossibleError { status }`;

/** What a mutation answers, as far as tests look at it. */
export interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly shipment?: { readonly id: string };
}

/** Acts on orders, as one actor after the other does them. */
export function orderActs(ordering: OrderingUnderTest) {
  const run = async (actor: Actor, field: string, type: string, answer: string, input: object) => {
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} } }`;
    return (await ordering.data<Record<string, Answer>>(actor, document, { input }))[field] as Answer;
  };
  return {
    ship: (actor: Actor, input: object) =>
      run(actor, 'recordShipment', 'RecordShipmentInput', RECORDED, {
        shippedAt: '2026-11-16T08:00:00Z',
        ...input,
      }),
    deliver: (actor: Actor, input: object) =>
      run(actor, 'recordDelivery', 'RecordDeliveryInput', RECORDED, {
        deliveredAt: '2026-11-16T08:20:00Z',
        ...input,
      }),
    saveCarrier: (actor: Actor, input: object) =>
      run(
        actor,
        'saveCarrier',
        'SaveCarrierInput',
        `__typename ... on SaveCarrierSuccess { carrier { key name trackingTemplate retired } } ${FAILURE}`,
        input,
      ),
    cancel: (actor: Actor, orderId: string) =>
      run(
        actor,
        'cancelOrder',
        'CancelOrderInput',
        '__typename ... on UserError { code } ... on OrderPastSelfServiceError { status }',
        { orderId },
      ),
  };
}

/** Where an order stands, and how many of its lines are live. */
export async function stateOf(ordering: OrderingUnderTest, orderId: string) {
  const [row] = await ordering.rows<{ status: string; live: number }>(
    `select o.status, (select count(*)::int from ordering.order_line l where l.order_id = o.id and closed_at is null)
       as live from ordering.supply_order o where o.id = $1`,
    [orderId],
  );
  return row;
}

/** Letters about orders that were written, except confirmations. */
export function lettersOf(ordering: OrderingUnderTest) {
  return ordering.rows<{
    template: string;
    to: string;
    values: Record<string, string>;
    link: { url: string } | null;
  }>(
    `select template, recipient as "to", data -> 'values' as values, data -> 'link' as link from ordering.mail
     where template <> 'order-confirmed' order by id`,
  );
}
