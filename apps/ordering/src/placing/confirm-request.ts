import type { BranchSettings } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { type ConfirmedArticle, orderConfirmation } from '../orders/order-confirmation';
import type { PlacedOrder } from '../orders/order-placement';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { ProjectionService } from '../projections/projection.service';

/** An order of a request, as its confirmation tells of it. */
export interface ConfirmedPart extends PlacedOrder {
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
  readonly deliveryAddress: string;
  readonly lines: readonly { readonly quantity: number; readonly article: ConfirmedArticle }[];
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

const ORDER = `
  select id, number, expected_on::text as "expectedOn", customer_id as "customerId", device_id as "deviceId",
    delivery_address as "deliveryAddress"
  from supply_order where id = $1`;

const LINES = `
  select l.quantity, a.name, a.part_number as "partNumber", a.color
  from order_line l join article a on a.id = l.article_id where l.order_id = $1 order by l.position`;

interface StoredOrder extends PlacedOrder {
  readonly customerId: string;
  readonly deviceId: string;
  readonly deliveryAddress: string;
}

/** An order that was stored before, for its confirmation. */
export async function confirmedPartOf(
  tx: Tx,
  projections: ProjectionService,
  orderId: string,
): Promise<ConfirmedPart> {
  const [order] = await tx.query<StoredOrder & Record<string, unknown>>(ORDER, [orderId]);
  if (!order) throw new Error(`Order ${orderId} vanished.`);
  const { customerId, deviceId, ...placed } = order;
  const device = await projections.getDevice(tx, customerId, deviceId);
  const settings = await projections.getSettings(tx, device.branchId);
  const lines = await tx.query<StoredLine & Record<string, unknown>>(LINES, [orderId]);
  return {
    ...placed,
    device,
    settings,
    lines: lines.map(({ quantity, ...article }) => ({ quantity, article })),
  };
}

type StoredLine = ConfirmedArticle & { readonly quantity: number };
