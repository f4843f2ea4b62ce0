import { type Actor, type Connection, type Page, type UnitOfWork, toConnection } from '@platen/platform';
import { rowsOfDevices } from '../devices/rows-of-devices';

/** An entry as it is stored. */
export interface DeviceEventRow {
  readonly device_id: string;
  readonly id: string;
  readonly happened_at: Date;
  /** the same, exactly */
  readonly moment: string;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** What happened to machines. */
export class TimelineService {
  constructor(private readonly work: UnitOfWork) {}

  /** One page of each of these devices, newest first, the devices being ones that the actor sees. */
  async ofDevices(
    actor: Actor,
    deviceIds: readonly string[],
    page: Page,
  ): Promise<Connection<DeviceEventRow>[]> {
    const after = page.after ?? [null, null];
    const rows = await this.work.read(actor, (tx) =>
      tx.query<DeviceEventRow & Record<string, unknown>>(PAGE, [deviceIds, page.size + 1, ...after]),
    );
    return rowsOfDevices(deviceIds, rows).map((events) =>
      toConnection(
        events,
        page,
        (row) => row,
        (row) => [row.moment, row.id],
      ),
    );
  }
}

// The moment goes into cursors as PostgreSQL writes it: a Date would lose its microseconds, and rows with them.
const PAGE = `
  select p.* from unnest($1::uuid[]) as asked (id) cross join lateral (
    select e.device_id, e.id, e.happened_at, e.happened_at::text as moment, e.kind, e.actor_kind, e.actor_id, e.facts
    from device_event e
    where e.device_id = asked.id
      and ($3::timestamptz is null or (e.happened_at, e.id) < ($3::timestamptz, $4::uuid))
    order by e.happened_at desc, e.id desc limit $2) p`;
