import {
  type Actor,
  type Connection,
  type Page,
  type UnitOfWork,
  isId,
  toConnection,
} from '@platen/platform';
import type { SightChangeReason } from './sight-changes';
import type { SightReason } from './sight.service';
import { visibleDevices } from './visible-devices.sql';
import { visibilityOf } from './visibility.policy';

/** What one change gave somebody and took from him. */
export interface SightChangeRow {
  readonly id: string;
  readonly at: Date;
  readonly reason: SightChangeReason;
  readonly changedBy: string | null;
  readonly added: number;
  readonly removed: number;
  readonly addedIds: string[];
  readonly removedIds: string[];
}

/** Somebody who sees a machine. */
export interface ViewerRow {
  readonly userId: string;
  readonly reason: SightReason;
  /** null: always, or since before it was noted */
  readonly since: Date | null;
  readonly groupIds: readonly string[];
}

/** Who could see which machine, and since when. */
export class SightLogService {
  constructor(private readonly work: UnitOfWork) {}

  /** What came and went for a person of the actor's organisation, or of his branch, newest first. */
  async changesOf(actor: Actor, userId: string, page: Page): Promise<Connection<SightChangeRow>> {
    // Customer and branch stand in a row as in a machine's, so the same policy fits.
    const visible = visibleDevices(visibilityOf(actor), 4, 'c');
    const before = page.after?.[0] ?? null;
    const rows = isId(userId)
      ? await this.work.read(actor, (tx) =>
          tx.query<SightChangeRow>(changesWhere(visible.sql), [
            page.size + 1,
            userId,
            before,
            ...visible.parameters,
          ]),
        )
      : [];
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.id],
    );
  }

  /** Who sees a machine now, the machine being one that the actor sees; by id of the person. */
  async viewersOf(actor: Actor, deviceId: string, page: Page): Promise<Connection<ViewerRow>> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ViewerRow>(VIEWERS, [page.size + 1, deviceId, page.after?.[0] ?? null]),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.userId],
    );
  }
}

const changesWhere = (visible: string) => `
  select c.id, c.happened_at as at, c.reason, c.changed_by as "changedBy", c.added, c.removed,
    c.added_ids as "addedIds", c.removed_ids as "removedIds"
  from sight_change c
  where c.user_id = $2 and ($3::uuid is null or c.id < $3::uuid) and ${visible}
  order by c.id desc limit $1`;

// Who sees all of the organisation is told as such, whatever else he is given.
const VIEWERS = `
  with machine as (select id, customer_id from device where id = $2),
  ways as (
    select p.user_id, 0 as way, null::timestamptz as since, null::uuid as group_id
    from machine m join known_person p on p.customer_id = m.customer_id and p.state = 'active' and p.sees = 'all'
    union all
    select a.user_id, 1, a.given_at, null from machine m join device_user a on a.device_id = m.id
      join known_person p on p.user_id = a.user_id and p.customer_id = m.customer_id
      where p.state = 'active' and p.sees = 'assigned'
    union all
    select gu.user_id, 2, greatest(gu.given_at, gd.given_at), gd.group_id
    from machine m join device_group_device gd on gd.device_id = m.id
      join device_group_user gu on gu.group_id = gd.group_id
      join known_person p on p.user_id = gu.user_id and p.customer_id = m.customer_id
      where p.state = 'active' and p.sees = 'assigned')
  select w.user_id as "userId",
    (array['ALL_OF_CUSTOMER', 'ASSIGNED', 'GROUP'])[min(w.way) + 1] as reason,
    min(w.since) as since,
    coalesce(array_agg(w.group_id) filter (where w.group_id is not null), '{}') as "groupIds"
  from ways w
  where $3::uuid is null or w.user_id > $3::uuid
  group by w.user_id order by w.user_id limit $1`;
