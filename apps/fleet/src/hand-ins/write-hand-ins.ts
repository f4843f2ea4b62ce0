import { type PayloadOf, meterHandInAccepted } from '@platen/contracts';
import type { Actor, Tx } from '@platen/platform';
import { oddVerdicts } from '@platen/kernel';
import type { HandInColumns, JudgedRow } from './judge-rows';

/** The door that values came through. */
export type HandInSource = 'portal' | 'partner' | 'link';

const HAND_INS = `
  insert into meter_hand_in (customer_id, branch_id, device_id, read_at, handed_in_at, source, actor_kind, actor_id,
                             flagged, note)
  select d.customer_id, d.branch_id, d.id, h.read_at, $4, $5, $6, $7, h.flagged, $8
  from unnest($1::uuid[], $2::timestamptz[], $3::boolean[]) as h (device_id, read_at, flagged)
    join device d on d.id = h.device_id
  returning id, device_id, read_at`;

const VALUES = `
  insert into meter_hand_in_value (customer_id, hand_in_id, meter_id, value, previous, previous_read_at, verdict)
  select m.customer_id, v.hand_in_id, m.id, v.value, v.previous, v.previous_at, v.verdict
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::text[])
      as v (hand_in_id, device_id, kind, value, previous, previous_at, verdict)
    join meter m on m.device_id = v.device_id and m.kind = v.kind`;

/** Odd values are taken as stated and looked at by the provider; the newest is added to a case that is open already. */
const CASES = `
  insert into meter_exception as c (customer_id, meter_id, kind, value_before, value, read_at, last_value,
                                    last_read_at, opened_at)
  select v.customer_id, v.meter_id, case when bool_or(v.verdict = 'jump') then 'jumped' else 'flagged' end,
    coalesce((array_agg(v.previous order by h.read_at))[1], 0), (array_agg(v.value order by h.read_at))[1],
    min(h.read_at), (array_agg(v.value order by h.read_at desc))[1], max(h.read_at), min(h.handed_in_at)
  from meter_hand_in_value v join meter_hand_in h on h.id = v.hand_in_id
  where v.hand_in_id = any($1::uuid[]) and v.verdict in ('low', 'high', 'jump')
  group by v.customer_id, v.meter_id
  on conflict (meter_id) where resolved_at is null do update set
    last_value = excluded.last_value, last_read_at = excluded.last_read_at
  where excluded.last_read_at > c.last_read_at`;

/**
 * Keeps who handed in what: one hand-in per machine and instant, and opens a case for each odd value.
 * @param taken  the judgement of each of these rows, all of them accepted and recorded
 * @returns the id of each row's hand-in
 */
export async function writeHandIns(
  tx: Tx,
  handing: { readonly by: Actor; readonly source: HandInSource; readonly note: string | null },
  rows: HandInColumns,
  taken: readonly JudgedRow[],
  now: Date,
): Promise<string[]> {
  if (rows.value.length === 0) return [];
  const keys = rows.deviceId.map((deviceId, row) => handInKey(deviceId, rows.readAt[row] as Date));
  const odd = new Set(keys.filter((_, row) => oddVerdicts.has(taken[row]?.verdict as never)));
  const first = [...new Set(keys)].map((key) => keys.indexOf(key));
  const written = await tx.query<{ id: string; device_id: string; read_at: Date }>(HAND_INS, [
    first.map((row) => rows.deviceId[row]),
    first.map((row) => rows.readAt[row]),
    first.map((row) => odd.has(keys[row] ?? '')),
    now,
    handing.source,
    handing.by.kind,
    handing.by.id,
    handing.note,
  ]);
  const idOf = new Map(written.map((row) => [handInKey(row.device_id, row.read_at), row.id]));
  const handInIds = keys.map((key) => idOf.get(key) as string);
  await tx.query(VALUES, [
    handInIds,
    rows.deviceId,
    rows.kind,
    rows.value,
    taken.map(({ previous }) => previous?.value ?? null),
    taken.map(({ previous }) => previous?.at ?? null),
    taken.map(({ verdict }) => verdict),
  ]);
  const ids = written.map((row) => row.id);
  if (odd.size > 0) await tx.query(CASES, [ids]);
  await emitHandIns(tx, ids);
  return handInIds;
}

function handInKey(deviceId: string, readAt: Date): string {
  return `${deviceId} ${readAt.getTime()}`;
}

type Accepted = PayloadOf<typeof meterHandInAccepted>;

const ACCEPTED = `
  select h.id as "handInId", h.customer_id as "customerId", h.branch_id as "branchId", h.device_id as "deviceId",
    h.read_at as "readAt", h.handed_in_at as "handedInAt", h.source, h.flagged, h.corrects,
    json_agg(json_build_object('meterId', m.id, 'kind', m.kind, 'unit', m.unit, 'value', v.value,
                               'previous', v.previous) order by m.kind) as values
  from meter_hand_in h join meter_hand_in_value v on v.hand_in_id = h.id join meter m on m.id = v.meter_id
  where h.id = any($1::uuid[])
  group by h.id order by h.id`;

/** Tells the other services, one fact per machine and instant. */
export async function emitHandIns(tx: Tx, handInIds: readonly string[]): Promise<void> {
  type Row = Omit<Accepted, 'readAt' | 'handedInAt'> & { readAt: Date; handedInAt: Date };
  for (const { readAt, handedInAt, ...facts } of await tx.query<Row>(ACCEPTED, [handInIds]))
    tx.emit(meterHandInAccepted, {
      ...facts,
      readAt: readAt.toISOString(),
      handedInAt: handedInAt.toISOString(),
    });
}
