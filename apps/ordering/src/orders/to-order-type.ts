import type { Locale } from '@platen/contracts';
import { toArticleType } from '../articles/to-article-type';
import { reasonText } from '../replenishment/reason-text';
import type { OrderLineRow, OrderRow } from './order-rows';
import type { OrderLineType, OrderReasonType, SupplyOrderType } from './order.type';

/** An order as the graph shows it, its reason in the viewer's language. */
export function toOrderType(row: OrderRow, locale: Locale): SupplyOrderType {
  const { reasonCode, reasonInputs, decidedAt, deviceId, customerId, ...order } = row;
  return {
    ...order,
    device: { id: deviceId },
    customer: { id: customerId },
    reason: toReasonType(row, locale),
  };
}

function toReasonType(row: OrderRow, locale: Locale): OrderReasonType | null {
  if (!row.reasonCode || !row.reasonInputs || !row.decidedAt) return null;
  return {
    code: row.reasonCode,
    text: reasonText(locale, row.reasonCode, row.reasonInputs),
    decidedAt: row.decidedAt,
    levelPercent: row.reasonInputs.believedPercent,
  };
}

/** A line as the graph shows it. */
export function toLineType({
  articleId,
  partNumber,
  name,
  kind,
  color,
  ...line
}: OrderLineRow): OrderLineType {
  return { ...line, article: toArticleType({ id: articleId, partNumber, name, kind, color }) };
}
