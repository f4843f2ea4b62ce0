import type { InvalidDevicePlace } from './device.errors';

/** What a machine's name and place become; a field left out stays, a floor or room of null is emptied. */
export interface PlaceChange {
  readonly idempotencyKey: string;
  readonly deviceId: string;
  readonly name?: string | null;
  readonly siteId?: string | null;
  readonly floor?: string | null;
  readonly room?: string | null;
}

/** Longest name of a machine, in characters. */
export const MAX_NAME = 120;
/** Longest floor or room, in characters. */
export const MAX_PLACE = 60;
/** Length of an idempotency key, in characters. */
export const KEY_LENGTH = { min: 8, max: 255 } as const;

/** What cannot be stored of a change; empty when all is well. */
export function faultsOf(change: PlaceChange): InvalidDevicePlace['fields'] {
  const fields: InvalidDevicePlace['fields'][number][] = [];
  const { idempotencyKey, name, floor, room } = change;
  if (idempotencyKey.length < KEY_LENGTH.min || idempotencyKey.length > KEY_LENGTH.max)
    fields.push({ path: 'idempotencyKey', problem: 'keyLength' });
  if (typeof name === 'string' && !isName(name)) fields.push({ path: 'name', problem: 'nameNeeded' });
  if (!isPlace(floor)) fields.push({ path: 'floor', problem: 'tooLong' });
  if (!isPlace(room)) fields.push({ path: 'room', problem: 'tooLong' });
  return fields;
}

// Control characters have no meaning in a name, and PostgreSQL stores no NUL.
const CONTROL = /\p{Cc}/u;

function isName(name: string): boolean {
  return name.trim() !== '' && name.length <= MAX_NAME && !CONTROL.test(name);
}

function isPlace(place: string | null | undefined): boolean {
  return place === null || place === undefined || (place.length <= MAX_PLACE && !CONTROL.test(place));
}
