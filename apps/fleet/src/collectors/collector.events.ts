import { type PayloadOf, type collectorAccessChanged, collectorSilent, defineJob } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { z } from 'zod';
import { quiet } from './collector.row';

/** Looks for collectors that have gone quiet. */
export const findSilentCollectors = defineJob({
  name: 'fleet.find-silent-collectors',
  payload: z.object({}),
});

/** Keeps how a collector gets in; an older telling never overwrites a newer. */
export async function rememberAccess(
  tx: Tx,
  { collectorId, customerId, state, changedAt }: PayloadOf<typeof collectorAccessChanged>,
): Promise<void> {
  await tx.query(
    `update collector set access = $3, access_changed_at = $4
     where id = $1 and customer_id = $2 and (access_changed_at is null or access_changed_at < $4::timestamptz)`,
    [collectorId, customerId, state, changedAt],
  );
}

/** Says of each collector that has gone quiet, once for each silence. One whose key was taken away is none. */
export async function tellSilentCollectors(tx: Tx, now: Date): Promise<void> {
  const silent = await tx.query<Silent>(FALL_SILENT, [now]);
  for (const { lastReportAt, ...collector } of silent)
    tx.emit(collectorSilent, { ...collector, lastReportAt: lastReportAt.toISOString() });
}

interface Silent {
  readonly collectorId: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly lastReportAt: Date;
}

const FALL_SILENT = `
  update collector c set silent_since = $1
  where c.silent_since is null and c.access in ('none', 'enrolled') and ${quiet('$1')}
  returning c.id as "collectorId", c.customer_id as "customerId", c.branch_id as "branchId",
            c.last_report_at as "lastReportAt"`;
