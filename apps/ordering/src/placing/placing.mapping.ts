import type { Locale } from '@platen/contracts';
import { toArticleType } from '../articles/to-article-type';
import type { OrderableDevice, OrderableSupply } from './orderable-supplies.service';
import type { RequestRefused } from './place-order.service';
import { placingText, refusalText } from './placing-text';
import { OrderRefusedError, type OrderableSuppliesType } from './placing.type';
import type { FittingArticle } from './known-facts';

/** What can be ordered for a device, with the number of the order on its way in place of the order itself. */
export type SuppliesWithOrderIds = Omit<OrderableSuppliesType, 'supplies'> & {
  readonly supplies: (Omit<OrderableSuppliesType['supplies'][number], 'refusal'> & {
    readonly refusal: {
      readonly code: NonNullable<OrderableSupply['refusal']>['code'];
      readonly text: string;
      readonly orderId: string | null;
    } | null;
  })[];
};

export function toOrderable(
  { device, settings, supplies, ...rest }: OrderableDevice,
  locale: Locale,
): SuppliesWithOrderIds {
  return {
    ...rest,
    device: { id: device.id },
    contactName: device.deliveryContact?.name ?? null,
    contactEmail: device.deliveryContact?.email ?? null,
    supplies: supplies.map(({ spot, level, refusal, articles, description }) => ({
      slot: spot.slot,
      kind: spot.kind,
      color: spot.color === 'none' ? null : spot.color,
      description,
      levelState: level?.levelState ?? null,
      levelPercent: level?.levelPercent ?? null,
      readAt: level?.readAt ?? null,
      articles: articles.map(toOrderableArticle),
      refusal: refusal && {
        code: refusal.code,
        text: refusalText(locale, refusal, settings),
        orderId: refusal.live?.orderId ?? null,
      },
    })),
  };
}

function toOrderableArticle({ maxQuantity, accessory, id, partNumber, name, kind, color }: FittingArticle) {
  const article = { id, partNumber, name, kind, color };
  return { article: toArticleType(article), maxQuantity, accessory };
}

/** Refused lines with their sentences. */
export function toRefused({ code, lines }: RequestRefused, locale: Locale): OrderRefusedError {
  return Object.assign(new OrderRefusedError(), {
    code,
    message: placingText(locale, 'refused'),
    lines: lines.map(({ line, refusal, settings }) => ({
      line,
      code: refusal.code,
      message: refusalText(locale, refusal, settings),
    })),
  });
}
