/** Somebody else changed the settings meanwhile: what was read is not what would be overwritten. */
export interface ReplenishmentChanged {
  readonly code: 'REPLENISHMENT_CHANGED';
}

/** Unknown, or not one that the actor may look after. */
export interface ReplenishmentDeviceNotFound {
  readonly code: 'DEVICE_NOT_FOUND';
}
