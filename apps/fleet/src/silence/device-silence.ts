import type { CollectorState, FailureReason } from '../collectors/collector.row';

/** What most likely keeps a silent machine from being heard, by what is known of it, its collector and its neighbours. */
export const silenceCauses = [
  'COLLECTOR_REVOKED',
  'COLLECTOR_SILENT',
  'COLLECTOR_CLOCK',
  'COLLECTOR_NETWORK',
  'COLLECTOR',
  'ACCESS_REFUSED',
  'NOT_READ',
  'NEVER_HEARD',
  'SITE_NETWORK',
  'ADDRESS_TAKEN',
  'MACHINE',
] as const;
export type SilenceCause = (typeof silenceCauses)[number];

/** What the decision is made of. Counts are of other watched machines in use, heard: not silent themselves. */
export interface SilenceFacts {
  readonly everHeard: boolean;
  /** of the collector that read it last; null: unknown, or one that tells nothing of its rounds */
  readonly collector: { readonly state: CollectorState; readonly isClockOff: boolean } | null;
  /** what a collector told of its address in its last round; null: nothing bad */
  readonly failure: FailureReason | null;
  readonly ofCollector: { readonly others: number; readonly heard: number };
  readonly atSite: { readonly others: number; readonly heard: number };
  /** another machine was heard at its address after it */
  readonly addressTaken: boolean;
}

/** Heard below this share, what they have in common is the likelier reason. */
const HEARD_SHARE = 0.2;
/** One or two neighbours can be silent by chance. */
const FEWEST_OTHERS = 2;

/** What a collector that asked the machine was answered; not answering at all has many reasons. */
const told: Readonly<Partial<Record<FailureReason, SilenceCause>>> = {
  ACCESS_REFUSED: 'ACCESS_REFUSED',
  NO_PRINTER: 'ADDRESS_TAKEN',
  ENDLESS: 'NOT_READ',
  NOT_IPP: 'NOT_READ',
  OTHER: 'NOT_READ',
};

/** What is known for certain first, then the widest: a collector that is off explains its whole building. */
export function silenceCause(facts: SilenceFacts): SilenceCause {
  const { collector, failure } = facts;
  if (collector?.state === 'REVOKED') return 'COLLECTOR_REVOKED';
  if (collector?.state === 'SILENT') return 'COLLECTOR_SILENT';
  const certain = failure && told[failure];
  if (certain) return certain;
  if (!facts.everHeard) return 'NEVER_HEARD';
  return byNeighbours(facts);
}

function byNeighbours({ collector, failure, ofCollector, atSite, addressTaken }: SilenceFacts): SilenceCause {
  const allOfCollector = allButSilent(ofCollector);
  // A wrong clock harms all readings alike: where others are heard, or this one was asked in vain, it is not the reason.
  if (collector?.isClockOff && !failure && (allOfCollector || ofCollector.heard === 0))
    return 'COLLECTOR_CLOCK';
  if (allOfCollector) return collector?.state === 'ONLINE' ? 'COLLECTOR_NETWORK' : 'COLLECTOR';
  if (allButSilent(atSite)) return 'SITE_NETWORK';
  return addressTaken ? 'ADDRESS_TAKEN' : 'MACHINE';
}

function allButSilent({ others, heard }: { readonly others: number; readonly heard: number }): boolean {
  return others >= FEWEST_OTHERS && heard <= others * HEARD_SHARE;
}
