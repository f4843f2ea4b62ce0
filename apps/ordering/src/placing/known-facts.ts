import type { LevelState, SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';
import { type DeviceScope, type Tx, isId } from '@platen/platform';
import { modelKey } from '../articles/model-key';
import { grouped } from '../orders/grouped';
import type { OrderTenant } from '../orders/order.policy';
import type { KnownDeviceEntity } from '../projections/known-device.entity';

/** A place of a device as last told of. */
export interface KnownPlace {
  readonly deviceId: string;
  readonly slot: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly class: SupplyClass;
  readonly description: string;
  readonly readAt: Date;
  readonly levelState: LevelState;
  readonly levelPercent: number | null;
}

/** An article that fits a model, as far as ordering asks. */
export interface FittingArticle {
  readonly id: string;
  readonly partNumber: string;
  readonly name: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly orderable: boolean;
  readonly maxQuantity: number;
  /** in minor units, for rules alone: never shown */
  readonly priceMinor: number | null;
  /** the part of the device that it is for; null: any device of the model */
  readonly accessory: string | null;
}

/** A line of an order that is on its way or waits for its approval. */
export interface LiveLine {
  readonly deviceId: string;
  readonly slot: string | null;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly orderId: string;
  readonly number: string;
  /** yyyy-mm-dd */
  readonly expectedOn: string;
}

/** All that decides whether supplies of these devices can be ordered; read by four statements however many devices. */
export interface OrderingFacts {
  readonly devices: ReadonlyMap<string, KnownDeviceEntity>;
  readonly places: readonly KnownPlace[];
  readonly live: readonly LiveLine[];
  /** by branch and model, the one that lasts longest first */
  articlesFor(device: Pick<KnownDeviceEntity, 'branchId' | 'model'>): readonly FittingArticle[];
}

/** Whose devices are asked for, and whether they are held as they are until the end of the transaction. */
export interface FactsScope {
  readonly tenant: OrderTenant;
  readonly devices: DeviceScope;
  /** holds them: two orders for one device, or one and its becoming monitored, come after each other */
  readonly hold: boolean;
}

const DEVICE_COLUMNS = `
  id, customer_id as "customerId", branch_id as "branchId", version, name, serial_number as "serialNumber", maker,
  model, monitored, active, site, place, delivery_contact as "deliveryContact"`;

const devicesOf = (tenant: 'customer_id' | 'branch_id', hold: boolean): string => `
  select ${DEVICE_COLUMNS} from known_device
  where id = any($1::uuid[]) and ${tenant} = $2 and ($3::uuid[] is null or id = any($3::uuid[]))
  order by id ${hold ? 'for no key update' : ''}`;

const DEVICES = {
  customer: { held: devicesOf('customer_id', true), seen: devicesOf('customer_id', false) },
  branch: { held: devicesOf('branch_id', true), seen: devicesOf('branch_id', false) },
} as const;

const PLACES = `
  select device_id as "deviceId", slot, kind, color, class, description, read_at as "readAt",
    level_state as "levelState", level_percent as "levelPercent"
  from known_supply where device_id = any($1::uuid[]) order by device_id, slot`;

const LIVE = `
  select l.device_id as "deviceId", l.supply_slot as slot, a.kind, a.color, o.id as "orderId", o.number,
    o.expected_on::text as "expectedOn"
  from order_line l join supply_order o on o.id = l.order_id join article a on a.id = l.article_id
  where l.device_id = any($1::uuid[]) and l.closed_at is null order by o.placed_at, o.id`;

const FITS = `
  select f.branch_id as "branchId", f.model_key as "modelKey", f.accessory, f.kind, f.color,
    a.id, a.part_number as "partNumber", a.name, a.orderable, a.max_quantity as "maxQuantity",
    a.price_minor::float8 as "priceMinor"
  from unnest($1::uuid[], $2::text[]) wanted (branch_id, model_key)
  join article_fit f on f.branch_id = wanted.branch_id and f.model_key = wanted.model_key
  join article a on a.id = f.article_id
  where a.retired_at is null
  order by a.yield_impressions desc nulls last, a.part_number`;

/** Reads what is known of those devices that the actor may see; the others are as ones that do not exist. */
export async function readFacts(
  tx: Tx,
  scope: FactsScope,
  deviceIds: readonly string[],
): Promise<OrderingFacts> {
  const { tenant, devices: seen, hold } = scope;
  const wanted = [...new Set(deviceIds.filter(isId).map((id) => id.toLowerCase()))];
  const statement = DEVICES[tenant.of][hold ? 'held' : 'seen'];
  const devices = await tx.query<KnownDeviceEntity>(statement, [
    wanted,
    tenant.id,
    seen.all ? null : seen.deviceIds,
  ]);
  const ids = devices.map(({ id }) => id);
  const models = [...new Map(devices.map((device) => [keyOf(device), device])).values()];
  const places = await tx.query<KnownPlace>(PLACES, [ids]);
  const live = await tx.query<LiveLine>(LIVE, [ids]);
  const fits = await tx.query<FittingArticle & { branchId: string; modelKey: string }>(FITS, [
    models.map(({ branchId }) => branchId),
    models.map(({ model }) => modelKey(model)),
  ]);
  const byModel = grouped(fits, (fit) => `${fit.branchId} ${fit.modelKey}`);
  return {
    devices: new Map(devices.map((device) => [device.id, device])),
    places,
    live,
    articlesFor: (device) => byModel.get(keyOf(device)) ?? [],
  };
}

function keyOf({ branchId, model }: Pick<KnownDeviceEntity, 'branchId' | 'model'>): string {
  return `${branchId} ${modelKey(model)}`;
}
