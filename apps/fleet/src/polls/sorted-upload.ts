import type { LockedDevice } from '../devices/lock-devices';
import type { PollColumns } from './poll-columns';

/** Collectors' clocks may be ahead by this much. */
const FUTURE_MS = 10 * 60_000;
/** Readings older than this come too late for anything. */
const PAST_MS = 400 * 86_400_000;

/** True where a poll's time can be believed. */
export function isTimely(polledAt: Date, now: Date): boolean {
  const age = now.getTime() - polledAt.getTime();
  return age >= -FUTURE_MS && age <= PAST_MS;
}

/** One poll of an upload as a row. */
export interface PolledDevice {
  /** position in the upload */
  readonly index: number;
  readonly polledAt: Date;
}

/** An upload sorted to the devices that it is about. */
export interface SortedUpload {
  /** by position of the poll; null where the device is unknown or the time cannot be believed */
  readonly deviceOfPoll: readonly (LockedDevice | null)[];
  /** the newest believable poll of each device, where it is newer than all polls before this upload */
  readonly newest: ReadonlyMap<LockedDevice, PolledDevice>;
  /** positions of believable polls whose device nobody registered */
  readonly unknown: readonly number[];
  /** counter values in polls whose time cannot be believed */
  readonly refusedReads: number;
}

/**
 * Finds the device of each poll by its serial number. A number that two devices share (customers of one branch)
 * belongs to neither: a person decides.
 */
export function sortUpload(upload: PollColumns, devices: readonly LockedDevice[], now: Date): SortedUpload {
  const { polledAt, serialNumber } = upload.polls;
  const bySerial = new Map<string, LockedDevice | null>();
  for (const device of devices)
    bySerial.set(device.serialNumber, bySerial.has(device.serialNumber) ? null : device);

  const deviceOfPoll: (LockedDevice | null)[] = [];
  const unknown: number[] = [];
  const newest = new Map<LockedDevice, PolledDevice>();
  const refused = new Set<number>();
  polledAt.forEach((at, index) => {
    const serial = serialNumber[index];
    const device = (serial && bySerial.get(serial)) || null;
    const timely = isTimely(at, now);
    deviceOfPoll.push(timely ? device : null);
    if (!timely) refused.add(index);
    else if (!device) unknown.push(index);
    else if (at > (newest.get(device)?.polledAt ?? device.lastSeenAt ?? new Date(0)))
      newest.set(device, { index, polledAt: at });
  });
  const refusedReads = upload.meterReads.poll.filter((poll) => refused.has(poll)).length;
  return { deviceOfPoll, newest, unknown, refusedReads };
}
