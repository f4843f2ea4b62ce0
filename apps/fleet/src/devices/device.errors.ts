/** No such machine among those the actor sees; a foreign one is told apart from none by nobody. */
export interface DeviceNotFound {
  readonly code: 'DEVICE_NOT_FOUND';
}

/** No such location in the machine's organisation. */
export interface SiteNotFound {
  readonly code: 'SITE_NOT_FOUND';
}

/** Texts that cannot be stored as they are; one entry per field. */
export interface InvalidDevicePlace {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly {
    readonly path: string;
    readonly problem: 'nameNeeded' | 'tooLong' | 'keyLength';
  }[];
}
