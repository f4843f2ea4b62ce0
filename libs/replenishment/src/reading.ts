/**
 * What a supply says of itself. Only `percent` carries a number, 0..100: what is left of a consumed supply, the space
 * left in a receptacle. The others are states of their own (RFC 3805: -3, -2, -1), never numbers.
 */
export type Level =
  | { readonly state: 'percent'; readonly percent: number }
  | { readonly state: 'some' | 'unknown' | 'unrestricted' | 'unscaled' };

/** One supply read once. */
export interface Reading {
  readonly readAt: Date;
  readonly level: Level;
  /** serial number of the cartridge in the slot, null when the device does not tell */
  readonly cartridgeSerial: string | null;
}

/** The percentage of a level, or null where it is a state without number. */
export function percentOf(level: Level): number | null {
  return level.state === 'percent' ? level.percent : null;
}
