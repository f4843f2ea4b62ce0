import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { OrderService } from './order.service';
import type { OrderLineType, SupplyOrderType } from './order.type';
import { toLineType, toOrderType } from './to-order-type';

/** Orders of one request by id. */
export function orderLoader(
  context: GraphqlContext,
  orders: OrderService,
): DataLoader<string, SupplyOrderType | null> {
  const { actor } = context;
  return context.loader(
    'orders',
    () =>
      new DataLoader(async (ids) =>
        (await orders.findByIds(actor, ids)).map((row) => row && toOrderType(row, actor.locale)),
      ),
  );
}

/** The newest orders of the devices of one request. */
export function newestOrdersLoader(
  context: GraphqlContext,
  orders: OrderService,
  first: number,
): DataLoader<string, SupplyOrderType[]> {
  const { actor } = context;
  return context.loader(
    `newest ${first} orders`,
    () =>
      new DataLoader(async (deviceIds) =>
        (await orders.newestOf(actor, deviceIds, first)).map((rows) =>
          rows.map((row) => toOrderType(row, actor.locale)),
        ),
      ),
  );
}

/** Lines of the orders of one request. */
export function orderLinesLoader(
  context: GraphqlContext,
  orders: OrderService,
): DataLoader<string, OrderLineType[]> {
  return context.loader(
    'order lines',
    () =>
      new DataLoader(async (orderIds) =>
        (await orders.linesOf(context.actor, orderIds)).map((lines) => lines.map(toLineType)),
      ),
  );
}
