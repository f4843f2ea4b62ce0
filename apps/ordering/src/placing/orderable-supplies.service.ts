import type { BranchSettings } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { Actor, DeviceAccess, UnitOfWork } from '@platen/platform';
import { expectedArrival } from '@platen/platform/calendar';
import { deliveryAddress } from '../orders/delivery-address';
import { orderTenantOf } from '../orders/order.policy';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { ProjectionService } from '../projections/projection.service';
import { type FittingArticle, type KnownPlace, type OrderingFacts, readFacts } from './known-facts';
import { placingTenantOf } from './placing.policy';
import { type Refusal, type Spot, articleRefusal, articlesForSpot, refusalOf } from './refusal';

/** A supply of a device with what can be ordered for it. */
export interface OrderableSupply {
  readonly spot: Spot;
  readonly description: string | null;
  /** null where nobody watches the device (R38) or nothing was read */
  readonly level: Pick<KnownPlace, 'levelState' | 'levelPercent' | 'readAt'> | null;
  /** the one to choose first */
  readonly articles: readonly FittingArticle[];
  /** null: it can be ordered */
  readonly refusal: Refusal | null;
}

/** What can be ordered for a device, and what would follow. */
export interface OrderableDevice {
  readonly device: KnownDeviceEntity;
  readonly settings: BranchSettings;
  readonly supplies: readonly OrderableSupply[];
  /** the day if it were ordered at this moment, yyyy-mm-dd (R57, R58) */
  readonly expectedOn: string;
  readonly deliveryAddress: string;
}

/** What people could order, before they do. */
export class OrderableSuppliesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly projections: ProjectionService,
    private readonly clock: Clock,
  ) {}

  /** The supplies of a device; null for a device out of sight as for one that does not exist. */
  async ofDevice(actor: Actor, deviceId: string): Promise<OrderableDevice | null> {
    const tenant = orderTenantOf(actor);
    if (!tenant) return null;
    const devices = await this.deviceAccess.scopeOf(actor);
    return this.work.read(actor, async (tx) => {
      const facts = await readFacts(tx, { tenant, devices, hold: false }, [deviceId]);
      const [device] = facts.devices.values();
      if (!device) return null;
      const settings = await this.projections.getSettings(tx, device.branchId);
      return {
        device,
        settings,
        supplies: suppliesOf(device, facts, settings, placingTenantOf(actor) !== null),
        expectedOn: expectedArrival(settings, this.clock.now()),
        deliveryAddress: deliveryAddress(device.site),
      };
    });
  }
}

/** Places that the device reports, then those that only the catalogue knows its model to have. */
export function suppliesOf(
  device: KnownDeviceEntity,
  facts: OrderingFacts,
  { ordering }: BranchSettings,
  mayOrder: boolean,
): OrderableSupply[] {
  const articles = facts.articlesFor(device);
  const reported = facts.places.filter((place) => place.deviceId === device.id);
  const live = facts.live.filter((line) => line.deviceId === device.id);
  const supply = (spot: Spot, place: KnownPlace | null): OrderableSupply => {
    const fitting = articlesForSpot(articles, spot);
    return {
      spot,
      description: place?.description ?? null,
      level: place && device.monitored ? place : null,
      articles: fitting,
      refusal: mayOrder
        ? (refusalOf(device, spot, ordering, live) ?? articleRefusal(fitting[0], 1))
        : { code: 'no-right' },
    };
  };
  return [
    ...reported.map((place) => supply(place, place)),
    ...unreported(articles, reported).map((spot) => supply(spot, null)),
  ];
}

function unreported(articles: readonly FittingArticle[], reported: readonly Spot[]): Spot[] {
  const spots = new Map(
    articles.map(({ kind, color }) => [`${kind} ${color}`, { slot: null, kind, color }] as const),
  );
  for (const { kind, color } of reported) spots.delete(`${kind} ${color}`);
  return [...spots.values()];
}
