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
import { type SqlCondition, visibleDevices } from '../visibility/visible-devices.sql';
import { type Visibility, visibilityOf } from '../visibility/visibility.policy';
import { SITE_COLUMNS, type SiteRow } from './site.row';

/** What a list of places is narrowed to. */
export interface SiteFilter {
  /** part of name, street, postal code or city */
  readonly search: string | null;
  readonly customerId: string | null;
  readonly closed: boolean;
}

/** Reading sites. Who sees machines by assignment sees the sites where one of them stands. */
export class SiteService {
  constructor(private readonly work: UnitOfWork) {}

  /** One page of the visible sites by name. */
  async list(actor: Actor, filter: SiteFilter, page: Page): Promise<Connection<SiteRow>> {
    const visible = visibleSites(visibilityOf(actor), 5);
    const next = 5 + visible.parameters.length;
    const behind = page.after ? `and (s.name, s.id) > ($${next}::text, $${next + 1}::uuid)` : '';
    const rows = await this.work.read(actor, (tx) =>
      tx.query<SiteRow>(
        `select ${SITE_COLUMNS} from site s
         where ${visible.sql} and (s.closed_at is not null) = $2::boolean
           and ($3::text is null or (s.name || ' ' || s.street || ' ' || s.postal_code || ' ' || s.city) ilike $3::text)
           and ($4::uuid is null or s.customer_id = $4::uuid)
           ${behind} order by s.name, s.id limit $1`,
        [
          page.size + 1,
          filter.closed,
          filter.search && containing(filter.search),
          filter.customerId,
          ...visible.parameters,
          ...(page.after ?? []),
        ],
      ),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.name, row.id],
    );
  }

  /** These sites in the order asked for; null for each that is unknown or not visible. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<(SiteRow | null)[]> {
    const visible = visibleSites(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<SiteRow>(
        `select ${SITE_COLUMNS} from site s where s.id = any($1::uuid[]) and ${visible.sql}`,
        [ids.filter(isId), ...visible.parameters],
      ),
    );
    return rowsById(ids, rows);
  }

  /** Visible machines in use at each of these sites. */
  async deviceCounts(actor: Actor, siteIds: readonly string[]): Promise<number[]> {
    const visible = visibleDevices(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ id: string; devices: number }>(
        `select d.site_id as id, count(*)::int as devices from device d
         where d.site_id = any($1::uuid[]) and d.retired_at is null and ${visible.sql} group by d.site_id`,
        [siteIds, ...visible.parameters],
      ),
    );
    return rowsById(siteIds, rows).map((row) => row?.devices ?? 0);
  }
}

/** The policy as a condition on `site s`. */
export function visibleSites(visibility: Visibility, first: number): SqlCondition {
  if (visibility.see !== 'assigned') return visibleDevices(visibility, first, 's');
  const devices = visibleDevices(visibility, first);
  return {
    ...devices,
    sql: `exists (select 1 from device d where d.site_id = s.id and d.retired_at is null and ${devices.sql})`,
  };
}
