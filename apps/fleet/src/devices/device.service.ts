import { type Result, type Clock, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type IdempotencyConflict,
  type Page,
  type Tx,
  type UnitOfWork,
  isId,
  once,
  rowsById,
  toConnection,
} from '@platen/platform';
import { SiteEntity } from '../sites/site.entity';
import { type Visibility, visibilityOf } from '../visibility/visibility.policy';
import { deviceOrderSpecs, keysetOf } from './device-order';
import { faultsOf, type PlaceChange } from './device-place';
import type { DeviceOrder } from './device-state';
import { DeviceEntity } from './device.entity';
import type { DeviceNotFound, InvalidDevicePlace, SiteNotFound } from './device.errors';
import { emitDeviceChanged } from './device.events';
import { type DeviceFilter, countDevices, findDevices, listDevices, searchIndex } from './device.query';
import type { DeviceRow } from './device.row';
import { lockVisibleDevice } from './lock-devices';

/** A list longer than this is not counted on: the number would cost more than it tells. */
export const COUNT_LIMIT = 10_000;

/** The machine whose place changed, or why it did not. */
type PlaceOutcome = Result<
  { readonly deviceId: string },
  DeviceNotFound | SiteNotFound | InvalidDevicePlace | IdempotencyConflict
>;

/** Reading devices, and changing what people may change of them. */
export class DeviceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One page of the visible devices in use; `page.after` must fit the order. */
  async list(
    actor: Actor,
    filter: DeviceFilter,
    order: DeviceOrder,
    page: Page,
  ): Promise<Connection<DeviceRow>> {
    const spec = deviceOrderSpecs[order];
    const visibility = visibilityOf(actor);
    const rows = await this.work.read(actor, async (tx) => {
      const narrowed = await withSearchIndex(tx, visibility, filter);
      const query = listDevices(visibility, narrowed, spec, page, this.clock.now());
      return tx.query<DeviceRow>(query.sql, query.parameters);
    });
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => keysetOf(spec, row),
    );
  }

  /** Number of devices in that list; null above `COUNT_LIMIT`. */
  async count(actor: Actor, filter: DeviceFilter): Promise<number | null> {
    const visibility = visibilityOf(actor);
    const [row] = await this.work.read(actor, async (tx) => {
      const narrowed = await withSearchIndex(tx, visibility, filter);
      const query = countDevices(visibility, narrowed, COUNT_LIMIT + 1, this.clock.now());
      return tx.query<{ count: number }>(query.sql, query.parameters);
    });
    return row && row.count <= COUNT_LIMIT ? row.count : null;
  }

  /** These devices in the order asked for; null for each that is unknown or not visible. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<(DeviceRow | null)[]> {
    const query = findDevices(visibilityOf(actor), ids.filter(isId), this.clock.now());
    const rows = await this.work.read(actor, (tx) => tx.query<DeviceRow>(query.sql, query.parameters));
    return rowsById(ids, rows);
  }

  /** Changes name and place of a machine (R20); the other services hear of it. */
  updatePlace(actor: Actor, change: PlaceChange): Promise<PlaceOutcome> {
    const faults = faultsOf(change);
    if (faults.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields: faults }));
    const command = { operation: 'updateDevicePlace', key: change.idempotencyKey, input: change };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<PlaceOutcome> => {
        const device = await lockVisibleDevice(tx, visibilityOf(actor), change.deviceId);
        if (!device) return err({ code: 'DEVICE_NOT_FOUND' });
        if (change.siteId && !(await isSiteOf(tx, device.customerId, change.siteId)))
          return err({ code: 'SITE_NOT_FOUND' });
        await tx.manager.update(
          DeviceEntity,
          { id: device.id },
          {
            name: change.name ?? device.name,
            siteId: change.siteId ?? device.siteId,
            floor: change.floor === undefined ? device.floor : change.floor,
            room: change.room === undefined ? device.room : change.room,
            version: () => 'version + 1',
          },
        );
        await emitDeviceChanged(tx, [device.id]);
        return ok({ deviceId: device.id });
      }),
    );
  }
}

async function withSearchIndex(tx: Tx, visibility: Visibility, filter: DeviceFilter): Promise<DeviceFilter> {
  const query = filter.search ? searchIndex(visibility, filter.search) : null;
  if (!query) return filter;
  const [found] = await tx.query<{ ids: string[] | null }>(query.sql, query.parameters);
  return { ...filter, ids: found?.ids ?? null };
}

async function isSiteOf(tx: Tx, customerId: string, siteId: string): Promise<boolean> {
  return isId(siteId) && (await tx.manager.existsBy(SiteEntity, { id: siteId, customerId }));
}
