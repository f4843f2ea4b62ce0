import type { BranchSettings, MailMessage } from '@platen/contracts';
import type { Article } from '../articles/article.service';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import { mailBrand } from './mail-brand';

/** What the confirmation of an automatic order says. */
export interface ConfirmedOrder {
  readonly id: string;
  readonly number: string;
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
  readonly article: Article;
  /** yyyy-mm-dd */
  readonly expectedOn: string;
  readonly deliveryAddress: string;
  readonly levelPercent: number | null;
  readonly publicUrl: string;
}

/** The mail of R54, with the reference number, in the branch's language. */
export function orderConfirmation(to: string, order: ConfirmedOrder): MailMessage<'order-confirmed'> {
  const { device, settings, article } = order;
  return {
    template: 'order-confirmed',
    to,
    locale: settings.locale,
    customerId: device.customerId,
    data: {
      brand: mailBrand(settings),
      orderNumber: order.number,
      automatic: true,
      deviceName: device.name,
      serialNumber: device.serialNumber,
      place: device.place,
      deliveryAddress: order.deliveryAddress,
      expectedOn: order.expectedOn,
      lines: [
        { quantity: 1, articleName: article.name, partNumber: article.partNumber, color: article.color },
      ],
      levelPercent: order.levelPercent,
      orderUrl: new URL(`/orders/${order.id}`, order.publicUrl).toString(),
    },
  };
}
