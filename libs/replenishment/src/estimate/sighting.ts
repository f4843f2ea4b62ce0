import type { Day } from '../calendar/activity-calendar';

/** What a device says of a supply in words, beside or instead of a number. */
export type Condition = 'ok' | 'low' | 'empty' | 'unknown';

/** One supply of a device, read once. */
export interface SupplySighting {
  readonly supplyId: string;
  /** percent left (space left in a receptacle), 0..100; null where the device gives no number */
  readonly levelPercent: number | null;
  readonly condition: Condition;
  /** serial number of the cartridge in the slot, null when the device does not tell */
  readonly cartridgeSerial: string | null;
  /** instant in milliseconds since 1970, where the supplies of a device are told one by one */
  readonly readAt?: number;
}

/** A device, read once. */
export interface DeviceSighting {
  readonly day: Day;
  /** instant in milliseconds since 1970: of two sightings of a day the later one counts */
  readonly readAt: number;
  /** life counter of the device, null when it does not tell */
  readonly impressions: number | null;
  readonly supplies: readonly SupplySighting[];
}

/** The device said that a supply ran out, at that moment: it may have been changed since. */
export interface EmptyAlert {
  readonly day: Day;
  readonly supplyId: string;
}

/** One supply read by itself: devices are not always told of as a whole. */
export interface SupplyReading extends Pick<DeviceSighting, 'day' | 'readAt' | 'impressions'> {
  readonly supply: SupplySighting;
}
