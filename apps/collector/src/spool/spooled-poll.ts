import type { DecodedPoll } from '@platen/printer-mib';

/** One poll as it waits on the disk, in rows: what the device said, where, and when. */
export interface SpooledPoll {
  /** ISO 8601, UTC */
  polledAt: string;
  address: string;
  poll: DecodedPoll;
}

/** Polls that travel together, always the same ones under the same key. */
export interface Batch {
  /** file name, without folder */
  name: string;
  idempotencyKey: string;
  polls: readonly SpooledPoll[];
}

/** Meters that are uploaded. Counters that only the device has a name for (`other`) mean nothing elsewhere. */
export function uploadedMeters(poll: DecodedPoll): DecodedPoll['meters'] {
  return poll.meters.filter((meter) => meter.kind !== 'other');
}
