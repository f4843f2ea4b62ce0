import type { Tx } from '@platen/platform';

/** Whether machines of an organisation may come to a site. A foreign one is as unknown as none. */
export async function standOf(
  tx: Tx,
  customerId: string,
  siteId: string,
): Promise<'open' | 'closed' | 'unknown'> {
  const [site] = await tx.query<{ closed: boolean }>(SITE, [siteId, customerId]);
  if (!site) return 'unknown';
  return site.closed ? 'closed' : 'open';
}

// Held until commit: nobody closes it while a machine is on its way there.
const SITE = `select closed_at is not null as closed from site where id = $1 and customer_id = $2
  for key share`;
