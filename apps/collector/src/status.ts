import type { FailureCode } from './failure-code';
import type { Coverage } from './gateway/conversation';
import type { Release } from './release/release';
import { VERSION } from './version';

/** How a machine's last poll went. */
export interface DeviceState {
  readonly at: Date;
  readonly outcome: 'REACHED' | FailureCode;
  /** maker, model and serial where it told them */
  readonly words: string;
}

/** A clock off by more than this is told of, and readings are dated by the gateway's. */
export const CLOCK_TOLERANCE_MS = 300_000;

/** What this collector knows of itself, for its own page and its reports. Holds no credential, and none may come in. */
export class CollectorStatus {
  readonly version = VERSION;
  name: string | null = null;
  startedAt = new Date();
  /** refused: the key opens nothing any more, nothing is read or sent */
  gateway: 'unknown' | 'online' | 'absent' | 'refused' = 'unknown';
  lastRoundAt: Date | null = null;
  lastUploadAt: Date | null = null;
  /** own clock less the gateway's, in milliseconds; null before it told */
  clockOffsetMs: number | null = null;
  spoolBytes = 0;
  /** true while a round runs */
  isBusy = false;
  release: Release | null = null;
  coverage: readonly Coverage[] = [];
  devices: ReadonlyMap<string, DeviceState> = new Map();

  get isClockOff(): boolean {
    return Math.abs(this.clockOffsetMs ?? 0) > CLOCK_TOLERANCE_MS;
  }

  /** An instant as the gateway would date it: by its clock where ours is off. */
  dated(own: Date): Date {
    return this.isClockOff ? new Date(own.getTime() - (this.clockOffsetMs ?? 0)) : own;
  }
}
