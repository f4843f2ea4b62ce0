import {
  type Actor,
  type Connection,
  type Page,
  type UnitOfWork,
  containing,
  isId,
  rowsById,
  toConnection,
} from '@platen/platform';
import { rowsOfDevices } from '../devices/rows-of-devices';
import { visibleDevices, visibleGroups } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';
import { canAssign } from './device-group.policy';
import type { DeviceGroup } from './device-group.type';
import { RULE_OF } from './group-rule';

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  /** null for a group filled by hand */
  readonly rule: DeviceGroup['rule'];
}

/** What a list of groups is narrowed to; null for all. */
export interface GroupFilter {
  /** part of the name */
  readonly search: string | null;
  /** groups given to this person; only asked for by those who assign */
  readonly userId: string | null;
}

/** What a group is read as. */
export const GROUP = `g.id, g.name, ${RULE_OF}`;
export const GROUPS = '(device_group g left join group_rule r on r.group_id = g.id)';

/** More groups than this of one machine are not listed with it. */
const MOST_OF_A_DEVICE = 50;

/** Reading groups of machines: administrators see all of their organisation, others those given to them. */
export class DeviceGroupService {
  constructor(private readonly work: UnitOfWork) {}

  /** One page of the visible groups by name. */
  async list(actor: Actor, filter: GroupFilter, page: Page): Promise<Connection<GroupRow>> {
    const visible = visibleGroups(visibilityOf(actor), 4);
    const after = page.after ?? [];
    const next = 4 + visible.parameters.length;
    const behind = page.after ? `and (g.name, g.id) > ($${next}::text, $${next + 1}::uuid)` : '';
    const search = filter.search ? containing(filter.search) : null;
    const rows = await this.work.read(actor, (tx) =>
      tx.query<GroupRow>(
        `select ${GROUP} from ${GROUPS}
         where ${visible.sql} and ($2::text is null or g.name ilike $2::text)
           and ($3::uuid is null or exists (
             select 1 from device_group_user gu where gu.group_id = g.id and gu.user_id = $3::uuid))
           ${behind} order by g.name, g.id limit $1`,
        [page.size + 1, search, filter.userId, ...visible.parameters, ...after],
      ),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.name, row.id],
    );
  }

  /** These groups in the order asked for; null for each that is unknown or not visible. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<(GroupRow | null)[]> {
    const visible = visibleGroups(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<GroupRow>(`select ${GROUP} from ${GROUPS} where g.id = any($1::uuid[]) and ${visible.sql}`, [
        ids.filter(isId),
        ...visible.parameters,
      ]),
    );
    return rowsById(ids, rows);
  }

  /** The visible groups that each of these machines belongs to, by name, the machines being ones the actor sees. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<GroupRow[][]> {
    const visible = visibleGroups(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<GroupRow & { device_id: string }>(
        `select wanted.device_id, found.id, found.name, found.rule from unnest($1::uuid[]) wanted (device_id)
         cross join lateral (
           select ${GROUP} from device_group_device gd join ${GROUPS} on g.id = gd.group_id
           where gd.device_id = wanted.device_id and ${visible.sql}
           order by g.name, g.id limit ${MOST_OF_A_DEVICE}) found
         order by found.name, found.id`,
        [deviceIds, ...visible.parameters],
      ),
    );
    return rowsOfDevices(deviceIds, rows);
  }

  /** Visible machines in use in each of these groups. */
  async deviceCounts(actor: Actor, groupIds: readonly string[]): Promise<number[]> {
    const visible = visibleDevices(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ id: string; devices: number }>(
        `select gd.group_id as id, count(*)::int as devices
         from device_group_device gd join device d on d.id = gd.device_id
         where gd.group_id = any($1::uuid[]) and d.retired_at is null and ${visible.sql} group by gd.group_id`,
        [groupIds, ...visible.parameters],
      ),
    );
    return rowsById(groupIds, rows).map((row) => row?.devices ?? 0);
  }

  /** People who have each of these groups, the groups being ones the actor sees; null for who does not assign. */
  async userCounts(actor: Actor, groupIds: readonly string[]): Promise<(number | null)[]> {
    if (!canAssign(actor)) return groupIds.map(() => null);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ id: string; users: number }>(
        `select group_id as id, count(*)::int as users from device_group_user
         where group_id = any($1::uuid[]) group by group_id`,
        [groupIds],
      ),
    );
    return rowsById(groupIds, rows).map((row) => row?.users ?? 0);
  }

  /** One page of the people who have a group, by id; nobody for an unknown group, or when asked by who does not assign. */
  async users(actor: Actor, groupId: string, page: Page): Promise<Connection<{ readonly userId: string }>> {
    const visible = visibleGroups(visibilityOf(actor), 4);
    const asked = canAssign(actor) && isId(groupId);
    const rows = asked
      ? await this.work.read(actor, (tx) =>
          tx.query<{ userId: string }>(
            `select gu.user_id as "userId" from device_group_user gu join device_group g on g.id = gu.group_id
             where gu.group_id = $2 and ($3::uuid is null or gu.user_id > $3::uuid) and ${visible.sql}
             order by gu.user_id limit $1`,
            [page.size + 1, groupId, page.after?.[0] ?? null, ...visible.parameters],
          ),
        )
      : [];
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.userId],
    );
  }
}
