import type { BranchSettings, Locale, MailMessage } from '@platen/contracts';
import type { Article } from '../articles/article.service';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import { mailBrand } from './mail-brand';

/** What the confirmation of an order says. */
export interface ConfirmedOrder {
  readonly id: string;
  readonly number: string;
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
  readonly automatic: boolean;
  readonly lines: readonly { readonly quantity: number; readonly article: ConfirmedArticle }[];
  /** yyyy-mm-dd */
  readonly expectedOn: string;
  readonly deliveryAddress: string;
  readonly levelPercent: number | null;
  readonly publicUrl: string;
}

/** An article as its confirmation names it. */
export type ConfirmedArticle = Pick<Article, 'name' | 'partNumber' | 'color'>;

/** The mail of R54, with the reference number. */
export function orderConfirmation(
  to: string,
  locale: Locale,
  order: ConfirmedOrder,
): MailMessage<'order-confirmed'> {
  const { device, settings } = order;
  return {
    template: 'order-confirmed',
    to,
    locale,
    customerId: device.customerId,
    data: {
      brand: mailBrand(settings),
      orderNumber: order.number,
      automatic: order.automatic,
      deviceName: device.name,
      serialNumber: device.serialNumber,
      place: device.place,
      deliveryAddress: order.deliveryAddress,
      expectedOn: order.expectedOn,
      lines: order.lines.map(({ quantity, article }) => ({
        quantity,
        articleName: article.name,
        partNumber: article.partNumber,
        color: article.color,
      })),
      levelPercent: order.levelPercent,
      orderUrl: new URL(`/orders/${order.id}`, order.publicUrl).toString(),
    },
  };
}
