import type { Actor, Tx } from '@platen/platform';
import type { PollColumns } from './poll-columns';

const REMEMBER = `
  insert into unknown_device as u (customer_id, branch_id, known_by, serial_number, address, maker, model, name,
                                   first_seen_at, last_seen_at)
  select distinct on (known_by) $1::uuid, $2::uuid, known_by, serial_number, address, maker, model, name, seen_at, seen_at
  from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
    as r (known_by, serial_number, address, maker, model, name, seen_at)
  order by known_by, seen_at desc
  on conflict (branch_id, customer_id, known_by) do update set
    serial_number = excluded.serial_number, address = excluded.address, maker = excluded.maker,
    model = excluded.model, name = excluded.name, last_seen_at = excluded.last_seen_at
  where excluded.last_seen_at > u.last_seen_at`;

/**
 * Remembers polls of machines that nobody registered: a person decides, nothing is created by itself.
 * @param finder   whose key found them; null for a key that is bound to nothing
 * @param unknown  positions of such polls
 * @returns number of such machines
 */
export async function rememberUnknownDevices(
  tx: Tx,
  finder: Pick<Actor, 'customerId' | 'branchId'> | null,
  polls: PollColumns['polls'],
  unknown: readonly number[],
): Promise<number> {
  const knownBy = unknown.map((index) => polls.serialNumber[index] || polls.address[index] || '');
  // Without a branch there is nobody to ask what the machine is.
  if (unknown.length > 0 && finder?.branchId) {
    const column = <Value>(values: readonly Value[]) => unknown.map((index) => values[index] ?? null);
    await tx.query(REMEMBER, [
      finder.customerId,
      finder.branchId,
      knownBy,
      column(polls.serialNumber),
      column(polls.address),
      column(polls.maker),
      column(polls.model),
      column(polls.name),
      column(polls.polledAt),
    ]);
  }
  return new Set(knownBy).size;
}
