import { type Actor, type Tx, isId } from '@platen/platform';
import { visibilityOf } from '../visibility/visibility.policy';
import { canManageSites } from './site.policy';
import { SITE_COLUMNS, type SiteRow } from './site.row';
import { visibleSites } from './site.service';

/** Locks one place that the actor may change and that is open. @returns null for any other id */
export async function lockManagedSite(tx: Tx, actor: Actor, siteId: string): Promise<SiteRow | null> {
  if (!canManageSites(actor) || !isId(siteId)) return null;
  const visible = visibleSites(visibilityOf(actor), 2);
  const [site] = await tx.query<SiteRow>(
    `select ${SITE_COLUMNS} from site s where s.id = $1 and s.closed_at is null and ${visible.sql} for update of s`,
    [siteId, ...visible.parameters],
  );
  return site ?? null;
}

/** True for an open place of this organisation, which stays open until this transaction ends. */
export async function holdOpenSite(tx: Tx, customerId: string, siteId: string): Promise<boolean> {
  if (!isId(siteId)) return false;
  const found = await tx.query(
    'select 1 from site where id = $1 and customer_id = $2 and closed_at is null for key share',
    [siteId, customerId],
  );
  return found.length > 0;
}

/** Whatever place of this organisation is open now stays open until this transaction ends. */
export async function holdOpenSites(tx: Tx, customerId: string): Promise<void> {
  await tx.query(
    'select 1 from site where customer_id = $1 and closed_at is null order by id for key share',
    [customerId],
  );
}

/** Two that take one name at the same time come one after the other, and the second is told. */
export async function oneSiteNameAtATime(tx: Tx, customerId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('fleet.site-name ' || $1::text, 0))`, [
    customerId,
  ]);
}
