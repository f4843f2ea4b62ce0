/** Somebody else changed the settings in the meantime; nothing was done. */
export interface VersionConflict {
  readonly code: 'VERSION_CONFLICT';
  /** the one that stands now */
  readonly version: number;
  readonly changedAt: Date;
  readonly changedByName: string | null;
}

/** The branch never had this version. */
export interface VersionNotFound {
  readonly code: 'VERSION_NOT_FOUND';
}
