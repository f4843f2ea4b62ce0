import { MOST_TOLD_OF_MOVE } from '@platen/contracts';
import type { LocalDay } from '@platen/kernel';
import { keyFaults, textFaults } from '../devices/device-place';
import type { DeviceFault } from '../devices/device.errors';
import { type BranchDay, isComingDay } from '../lifecycle/branch-day';
import type { StatedCounter } from '../lifecycle/counters';

/** Where a machine goes, when, and who is told; what is left out stays as it is. */
export interface MoveRequest {
  readonly idempotencyKey: string;
  readonly deviceId: string;
  /** the version that the mover saw; null: whatever it is now */
  readonly expectedVersion?: number | null;
  readonly siteId: string;
  /** null: none there */
  readonly floor?: string | null;
  readonly room?: string | null;
  /** null: today */
  readonly on?: LocalDay | null;
  /** null: the contract follows */
  readonly contractNumber?: string | null;
  /** read off the machine at the move: only for one of today */
  readonly counters?: readonly StatedCounter[] | null;
  readonly tellUserIds?: readonly string[] | null;
  readonly tellSiteContact?: boolean | null;
}

/** What cannot be accepted of a request by itself; `managing`: for those who may name contracts. */
export function requestFaults(move: MoveRequest, managing: boolean): DeviceFault[] {
  const { floor, room, contractNumber, tellUserIds } = move;
  const faults = [...keyFaults(move.idempotencyKey), ...textFaults({ floor, room, contractNumber })];
  if (contractNumber && !managing) faults.push({ path: 'contractNumber', problem: 'providerOnly' });
  if ((tellUserIds?.length ?? 0) > MOST_TOLD_OF_MOVE)
    faults.push({ path: 'tellUserIds', problem: 'tooManyPeople', values: { max: MOST_TOLD_OF_MOVE } });
  return faults;
}

/** What cannot be accepted of its day. */
export function dayFaults(move: MoveRequest, { today }: BranchDay): DeviceFault[] {
  const on = move.on ?? today;
  if (!isComingDay(on, today)) return [{ path: 'on', problem: 'dayTooFar' }];
  if (on > today && (move.counters?.length ?? 0) > 0)
    return [{ path: 'counters', problem: 'countersNotYet' }];
  return [];
}
