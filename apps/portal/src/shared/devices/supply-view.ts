import type { SupplyStateFragment } from '@platen/graphql-client';
import type { Formatter, LevelView, SupplyView, TonerColor } from '@platen/ui';
import type { TFunction } from 'i18next';

/** A level older than this may be long past; it is shown, but pale. */
const staleAfterSeconds = 48 * 60 * 60;
/** A range further away than this says nothing useful. */
const farDays = 90;

const colors: Readonly<Record<SupplyStateFragment['color'], TonerColor>> = {
  BLACK: 'black',
  CYAN: 'cyan',
  MAGENTA: 'magenta',
  YELLOW: 'yellow',
  OTHER: 'none',
  NONE: 'none',
};

const states = {
  SOME: 'some',
  UNKNOWN: 'unknown',
  UNRESTRICTED: 'unrestricted',
  UNSCALED: 'unscaled',
  NOT_MONITORED: 'not-monitored',
} as const;

type Supply = Omit<SupplyStateFragment, '__typename'>;

/** The level as it is drawn; a percentage without its number is unknown, never zero. */
export function levelView({ state, percent }: Supply['level']): LevelView {
  if (state !== 'PERCENT') return { state: states[state] };
  return percent === null ? { state: 'unknown' } : { state: 'percent', percent };
}

/** `Cyan`, `Waste box`, or what the device itself calls it. */
export function supplyName(supply: Pick<Supply, 'kind' | 'color' | 'description'>, t: TFunction): string {
  const { kind, color } = supply;
  const coloured = kind === 'TONER' || kind === 'INK';
  if (coloured && color !== 'OTHER' && color !== 'NONE') return t(`supplies.color.${color}`);
  return kind === 'OTHER' ? supply.description : t(`supplies.kind.${kind}`);
}

/** `21 to 34 days`; one number where both ends are the same. */
export function daysWords(days: { readonly low: number; readonly high: number }, t: TFunction): string {
  if (days.low >= farDays) return t('supplies.farAway', { count: farDays });
  if (days.low === days.high) return t('supplies.days', { count: days.low });
  return t('supplies.daysRange', { low: days.low, high: days.high });
}

function outlook(supply: Supply, level: LevelView, t: TFunction): string {
  if (level.state !== 'percent') return t(`supplies.outlook.${level.state}`);
  if (supply.class === 'RECEPTACLE') return t('supplies.spaceLeft');
  return supply.daysLeft ? daysWords(supply.daysLeft, t) : t('supplies.noForecast');
}

function levelWords(supply: Supply, level: LevelView, t: TFunction, format: Formatter): string {
  if (level.state === 'percent') return format.percent(level.percent);
  // what is left in a waste box is room, not waste
  if (level.state === 'some' && supply.class === 'RECEPTACLE') return t('supplies.someRoom');
  return t(`supplies.level.${level.state}`);
}

/** A supply of the graph in the reader's words, ready to draw. */
export function supplyView(supply: Supply, t: TFunction, format: Formatter): SupplyView {
  const level = levelView(supply.level);
  return {
    key: supply.id,
    ...(supply.reorderPercent !== null &&
      level.state === 'percent' && { reorderPercent: supply.reorderPercent }),
    color: colors[supply.color],
    level,
    stale: supply.level.at !== null && format.secondsSince(supply.level.at) > staleAfterSeconds,
    levelWords: levelWords(supply, level, t, format),
    name: supplyName(supply, t),
    outlook: outlook(supply, level, t),
  };
}
