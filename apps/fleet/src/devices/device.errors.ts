import type { DeviceLifecycle } from '../lifecycle/lifecycle';
import type { message } from '../messages/message';

/** No such machine among those the actor sees; a foreign one is told apart from none by nobody. */
export interface DeviceNotFound {
  readonly code: 'DEVICE_NOT_FOUND';
}

/** No such location in the machine's organisation. */
export interface SiteNotFound {
  readonly code: 'SITE_NOT_FOUND';
}

/** The location was closed. */
export interface SiteClosed {
  readonly code: 'SITE_CLOSED';
}

/** The machine is no longer what its changer saw. */
export interface DeviceChangedMeanwhile {
  readonly code: 'DEVICE_CHANGED_MEANWHILE';
  readonly deviceId: string;
}

/** The act is none of those that are possible at this point of the machine's life. */
export interface ActNotPossible {
  readonly code: 'LIFECYCLE_ACT_NOT_POSSIBLE';
  readonly lifecycle: DeviceLifecycle;
}

/** One move at a time. */
export interface MoveAlreadyPlanned {
  readonly code: 'MOVE_ALREADY_PLANNED';
}

/** One part of an input that cannot be accepted; the problem is a text of this service. */
export interface DeviceFault {
  readonly path: string;
  readonly problem: Parameters<typeof message>[1];
  readonly values?: Readonly<Record<string, number>>;
}

/** Input that cannot be stored as it is; one entry per field. */
export interface InvalidDeviceInput {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly DeviceFault[];
}
