import { emailFaults, keyFaults, nameFaults, textFaults } from './device-place';
import type { DeviceFault } from './device.errors';

/** Facts of a machine that people enter; the keys of the entity. */
export const deviceFacts = [
  'name',
  'equipmentId',
  'floor',
  'room',
  'department',
  'costCentre',
  'contactName',
  'contactEmail',
  'contactPhone',
  'contractNumber',
] as const;
export type DeviceFact = (typeof deviceFacts)[number];

/** What becomes of a machine's facts: one left out stays, null empties it (a name of null stays). */
export type FactValues = { readonly [Fact in DeviceFact]?: string | null };

/** A change of facts as it is asked for. */
export interface DeviceChange extends FactValues {
  readonly idempotencyKey: string;
  readonly deviceId: string;
  /** the version that the changer saw; null: whatever it is now */
  readonly expectedVersion?: number | null;
}

/**
 * What cannot be stored of a change; empty when all is well.
 * @param managing  true for those who may change what is the provider's
 */
export function faultsOf(change: DeviceChange, managing: boolean): DeviceFault[] {
  const { idempotencyKey, name, contactEmail, ...rest } = change;
  const { equipmentId, floor, room, department, costCentre, contactName, contactPhone, contractNumber } =
    rest;
  const texts = {
    equipmentId,
    floor,
    room,
    department,
    costCentre,
    contactName,
    contactPhone,
    contractNumber,
  };
  const foreign: DeviceFault[] =
    contractNumber !== undefined && !managing ? [{ path: 'contractNumber', problem: 'providerOnly' }] : [];
  return [
    ...keyFaults(idempotencyKey),
    ...nameFaults(name),
    ...textFaults(texts),
    ...emailFaults('contactEmail', contactEmail),
    ...foreign,
  ];
}

/** The facts that really change, as they will be stored: trimmed, empty ones null. */
export function changedFacts(
  now: Readonly<Record<DeviceFact, string | null>>,
  asked: FactValues,
): { [Fact in DeviceFact]?: string | null } {
  const changed: { [Fact in DeviceFact]?: string | null } = {};
  for (const fact of deviceFacts) {
    const value = asked[fact];
    if (value === undefined || (fact === 'name' && value === null)) continue;
    const stored = value?.trim() || null;
    if (stored !== now[fact]) changed[fact] = stored;
  }
  return changed;
}
