import { type Reading, percentOf } from './reading';

/** What is remembered of a supply's readings: enough to judge the next one, whenever it arrives. */
export interface SupplyMemory {
  /** the newest reading that is believed */
  readonly accepted: Reading | null;
  /** a newer one that jumped, waiting for the next reading to agree or not */
  readonly unconfirmed: Reading | null;
  /** the newest of all, believed or not */
  readonly latest: Reading | null;
}

/** A cartridge was changed. */
export interface Swap {
  readonly evidence: 'serial' | 'rise';
  readonly seenAt: Date;
  /** percent that was left in the old one, null when unknown */
  readonly residuePercent: number | null;
}

export interface Observation {
  readonly memory: SupplyMemory;
  /** false: a repeat, or older than what is believed already; nothing follows from it */
  readonly news: boolean;
  readonly swap: Swap | null;
}

/** Nothing read yet. */
export const emptyMemory: SupplyMemory = { accepted: null, unconfirmed: null, latest: null };

/** Rise in points from which a new cartridge is supposed. */
export const SWAP_RISE_POINTS = 12;
/** Fall in points above which one reading alone is not believed. */
export const DOUBTFUL_FALL_POINTS = 45;

/**
 * Takes a reading into the memory. Readings may come late, twice and in any order: the same set of them leads to
 * the same belief as long as nothing older than the believed one comes after it.
 * A new serial number proves a swap at once; a jump of the level is believed when the reading after it agrees, and
 * forgotten when it does not (a single 0 or 100 between plausible values).
 */
export function observe(memory: SupplyMemory, reading: Reading): Observation {
  if (isKnown(memory, reading)) return { memory, news: false, swap: null };
  const waiting = [memory.unconfirmed, reading].filter((each) => each !== null).sort(byTime);
  const { accepted, unconfirmed, swap } = judge(memory.accepted, waiting);
  return { memory: { accepted, unconfirmed, latest: newerOf(memory.latest, reading) }, news: true, swap };
}

type Judgement = Pick<SupplyMemory, 'accepted' | 'unconfirmed'> & Pick<Observation, 'swap'>;

/** Believes or forgets the waiting readings, oldest first, until one must wait for the reading after it. */
function judge(
  accepted: Reading | null,
  [next, ...later]: readonly Reading[],
  swap: Swap | null = null,
): Judgement {
  if (!next) return { accepted, unconfirmed: null, swap };
  const change = changeBetween(accepted, next);
  if (change === 'no-number') return judge(accepted, later, swap);
  if (change === 'rise' || change === 'fall') {
    const after = later.find((each) => changeBetween(accepted, each) !== 'no-number');
    if (!after) return { accepted, unconfirmed: next, swap };
    if (changeBetween(accepted, after) !== change) return judge(accepted, later, swap);
  }
  const seen = change === 'serial' || change === 'rise' ? swapBetween(accepted, next, change) : swap;
  return judge(believed(accepted, next), later, seen);
}

function swapBetween(before: Reading | null, next: Reading, evidence: Swap['evidence']): Swap {
  return { evidence, seenAt: next.readAt, residuePercent: before && percentOf(before.level) };
}

type Change = 'serial' | 'rise' | 'fall' | 'plausible' | 'no-number';

function changeBetween(before: Reading | null, next: Reading): Change {
  if (!before) return 'plausible';
  if (before.cartridgeSerial && next.cartridgeSerial && before.cartridgeSerial !== next.cartridgeSerial)
    return 'serial';
  const from = percentOf(before.level);
  const to = percentOf(next.level);
  if (to === null) return from === null ? 'plausible' : 'no-number';
  if (from === null) return 'plausible';
  if (to - from >= SWAP_RISE_POINTS) return 'rise';
  return from - to > DOUBTFUL_FALL_POINTS ? 'fall' : 'plausible';
}

/** A device that hides the serial for once does not take back what it told before. */
function believed(before: Reading | null, next: Reading): Reading {
  return { ...next, cartridgeSerial: next.cartridgeSerial ?? before?.cartridgeSerial ?? null };
}

function isKnown({ accepted, unconfirmed, latest }: SupplyMemory, reading: Reading): boolean {
  const at = reading.readAt.getTime();
  if (accepted && at <= accepted.readAt.getTime()) return true;
  return at === unconfirmed?.readAt.getTime() || at === latest?.readAt.getTime();
}

function newerOf(known: Reading | null, reading: Reading): Reading {
  return known && known.readAt > reading.readAt ? known : reading;
}

function byTime(a: Reading, b: Reading): number {
  return a.readAt.getTime() - b.readAt.getTime();
}
