import type { Actor, Tx } from '@platen/platform';

/** What stands on the timeline of a machine. Kinds are added, never renamed: rows outlive the code. */
export const deviceEventKinds = [
  'registered',
  'installed',
  'moved',
  'move-planned',
  'move-cancelled',
  'move-failed',
  'changed',
  'sent-to-repair',
  'repaired',
  'swapped',
  'retired',
  'collected',
  'monitored',
  'not-monitored',
  'counter-reset',
  'counter-replaced',
  'reading-corrected',
  'cartridge-changed',
  'fell-silent',
  'heard-again',
] as const;

export type DeviceEventKind = (typeof deviceEventKinds)[number];

/** One entry: ids, settings and counter values, never names or addresses of people. */
export interface DeviceEventRow {
  readonly deviceId: string;
  readonly kind: DeviceEventKind;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

const RECORD = `
  insert into device_event (customer_id, device_id, happened_at, kind, actor_kind, actor_id, facts)
  select d.customer_id, d.id, $1, e.kind, $2, $3, e.facts::jsonb
  from unnest($4::uuid[], $5::text[], $6::text[]) as e (device_id, kind, facts) join device d on d.id = e.device_id`;

/**
 * Puts what happened on the timelines of these machines, in the transaction of the change itself.
 * @param happenedAt  when it happened, which may be before it became known
 */
export async function recordDeviceEvents(
  tx: Tx,
  actor: Pick<Actor, 'kind' | 'id'>,
  happenedAt: Date,
  events: readonly DeviceEventRow[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(RECORD, [
    happenedAt,
    actor.kind,
    actor.id,
    events.map((event) => event.deviceId),
    events.map((event) => event.kind),
    events.map((event) => JSON.stringify(event.facts ?? {})),
  ]);
}
