import type { Actor, Tx } from '@platen/platform';
import type { LockedDevice } from '../devices/lock-devices';
import type { PollColumns } from './poll-columns';
import type { PolledDevice } from './sorted-upload';

// A maker or model that a person entered stays: articles are found by it. Only a blank one is filled in. A poll made
// after the machine was found silent ends that, and its timeline tells.
const RECORD_FACTS = `
  with told as (
    update device d set status = p.status, last_seen_at = p.polled_at,
      errors = array(select jsonb_array_elements_text(p.errors)),
      ip_address = coalesce(nullif(p.address, ''), d.ip_address), firmware = coalesce(p.firmware, d.firmware),
      maker = coalesce(nullif(d.maker, ''), p.maker, ''), model = coalesce(nullif(d.model, ''), p.model, ''),
      version = d.version + p.completes::int, heard_by = $10,
      silent_since = case when p.polled_at > d.silent_since then null else d.silent_since end
    from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::jsonb[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::boolean[])
      as p (device_id, polled_at, status, errors, address, firmware, maker, model, completes)
    where d.id = p.device_id
    returning d.id, d.customer_id, d.last_seen_at, old.silent_since as silent_before, d.silent_since)
  insert into device_event (customer_id, device_id, happened_at, kind, actor_kind, actor_id)
  select customer_id, id, last_seen_at, 'heard-again', $11, $10
  from told where silent_before is not null and silent_since is null`;

/**
 * Stores what each device says of itself in its newest poll.
 * @returns ids of devices of which the other services should hear: polls filled in what was blank
 */
export async function recordDeviceFacts(
  tx: Tx,
  actor: Actor,
  polls: PollColumns['polls'],
  newest: ReadonlyMap<LockedDevice, PolledDevice>,
): Promise<string[]> {
  if (newest.size === 0) return [];
  const entries = [...newest];
  const column = <Value>(values: readonly Value[]) => entries.map(([, { index }]) => values[index] ?? null);
  const completes = entries.map(
    ([device, { index }]) =>
      (device.maker === '' && Boolean(polls.maker[index])) ||
      (device.model === '' && Boolean(polls.model[index])),
  );
  await tx.query(RECORD_FACTS, [
    entries.map(([device]) => device.id),
    entries.map(([, { polledAt }]) => polledAt),
    column(polls.status),
    entries.map(([, { index }]) => JSON.stringify(polls.errors[index] ?? [])),
    column(polls.address),
    column(polls.firmware),
    column(polls.maker),
    column(polls.model),
    completes,
    actor.id,
    actor.kind,
  ]);
  return entries.filter((_, position) => completes[position]).map(([device]) => device.id);
}
