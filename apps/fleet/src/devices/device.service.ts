import type { Clock } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type Page,
  type Tx,
  type UnitOfWork,
  isId,
  rowsById,
  toConnection,
} from '@platen/platform';
import { customerNames } from '../customers/known-customer';
import { type Visibility, visibilityOf } from '../visibility/visibility.policy';
import { deviceOrderSpecs, keysetOf } from './device-order';
import type { DeviceOrder } from './device-state';
import { type DeviceFilter, countDevices, findDevices, searchIndex } from './device.query';
import { listDevices } from './device-list.query';
import type { DeviceRow } from './device.row';

/** A list longer than this is not counted on: the number would cost more than it tells. */
export const COUNT_LIMIT = 10_000;

/** Reading devices. */
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

  /** Names of those whose machines these are, by id, as far as identity has told them. */
  async organisationsOf(actor: Actor, rows: readonly DeviceRow[]): Promise<ReadonlyMap<string, string>> {
    return this.work.read(actor, (tx) =>
      customerNames(
        tx,
        rows.map((row) => row.customer_id),
      ),
    );
  }
}

async function withSearchIndex(tx: Tx, visibility: Visibility, filter: DeviceFilter): Promise<DeviceFilter> {
  const query = filter.search ? searchIndex(visibility, filter.search) : null;
  if (!query) return filter;
  const [found] = await tx.query<{ ids: string[] | null }>(query.sql, query.parameters);
  return { ...filter, ids: found?.ids ?? null };
}
