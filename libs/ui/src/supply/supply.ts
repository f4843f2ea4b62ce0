/** Colours of consumables; everything without one (drums, waste boxes) is `none`. */
export type TonerColor = 'cyan' | 'magenta' | 'yellow' | 'black' | 'none';

/**
 * What is known of a supply. Only `percent` has a height; the others are states of their own (RFC 3805:
 * -3 some left, -2 unknown, -1 no restriction; `unscaled`: a number without a scale) and get a drawing.
 */
export type LevelView =
  | { readonly state: 'percent'; readonly percent: number }
  | { readonly state: 'some' | 'unknown' | 'unrestricted' | 'unscaled' | 'not-monitored' };

/** A supply in the reader's words, ready to draw. */
export interface SupplyView {
  readonly key: string;
  readonly color: TonerColor;
  readonly level: LevelView;
  /** The level is too old to be relied on. */
  readonly stale: boolean;
  /** Level at which the next one is ordered, 0..100; absent when nobody has said. */
  readonly reorderPercent?: number;
  /** `62 %`, `some left`. */
  readonly levelWords: string;
  /** `Cyan`, `Waste box`. */
  readonly name: string;
  /** `21 to 34 days`, `not reported`. */
  readonly outlook: string;
}
