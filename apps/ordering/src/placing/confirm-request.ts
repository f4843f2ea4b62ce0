import type { BranchSettings } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { orderConfirmation } from '../orders/order-confirmation';
import type { PlacedOrder } from '../orders/order-placement';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { ProjectionService } from '../projections/projection.service';
import type { GoodLine } from './judge-lines';

/** An order of a request, as its confirmation tells of it. */
export interface ConfirmedPart extends PlacedOrder {
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
  readonly deliveryAddress: string;
  readonly lines: readonly Pick<GoodLine, 'quantity' | 'article'>[];
}

/** Confirms a request to the organisation's own address, with the reference numbers (R54). */
export async function confirmToOrganisation(
  tx: Tx,
  projections: ProjectionService,
  publicUrl: string,
  parts: readonly ConfirmedPart[],
): Promise<void> {
  for (const part of parts) {
    const { email, locale } = await projections.getNotification(tx, part.device.customerId);
    tx.mail(
      `order-confirmed-${part.id}`,
      orderConfirmation(email, locale, { ...part, automatic: false, levelPercent: null, publicUrl }),
    );
  }
}
