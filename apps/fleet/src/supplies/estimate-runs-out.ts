import type { Tx } from '@platen/platform';
import { type LevelPoint, runsOutBetween } from './runs-out';

/** How far back a pace is looked for. */
const WINDOW_DAYS = 60;

const POINTS = `
  select r.supply_id, r.read_at as at, r.level_percent as percent
  from unnest($1::uuid[], $2::timestamptz[]) as s (id, until)
    join supply_level_read r on r.supply_id = s.id
      and r.read_at between s.until - make_interval(days => ${WINDOW_DAYS}) and s.until
  where r.level_state = 'percent' order by r.supply_id, r.read_at`;

const SET = `
  update supply s set runs_out_early_at = e.early_at, runs_out_late_at = e.late_at
  from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as e (id, early_at, late_at) where s.id = e.id`;

/**
 * Says anew when these supplies will run out. Done when a level changes, which is seldom, so that reading a list
 * never has to.
 */
export async function estimateRunsOut(
  tx: Tx,
  supplies: readonly { readonly supplyId: string; readonly readAt: Date }[],
): Promise<void> {
  if (supplies.length === 0) return;
  const ids = supplies.map((supply) => supply.supplyId);
  const rows = await tx.query<LevelPoint & { supply_id: string }>(POINTS, [
    ids,
    supplies.map((supply) => supply.readAt),
  ]);
  const points = new Map<string, LevelPoint[]>(ids.map((id) => [id, []]));
  for (const row of rows) points.get(row.supply_id)?.push(row);
  const estimates = ids.map((id) => runsOutBetween(points.get(id) ?? []));
  await tx.query(SET, [
    ids,
    estimates.map((estimate) => estimate?.earlyAt ?? null),
    estimates.map((estimate) => estimate?.lateAt ?? null),
  ]);
}
