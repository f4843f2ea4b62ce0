import { type LedgerState, isUnderWay } from './ledger';
import { percentOf } from './reading';
import type { SupplyMemory } from './supply-memory';

/** All that a decision rests on. */
export interface SupplyState {
  readonly device: {
    /** false once retired or collected */
    readonly active: boolean;
    /** connected to the monitoring service */
    readonly monitored: boolean;
  };
  /** consumed runs empty; a receptacle fills up */
  readonly supplyClass: 'consumed' | 'receptacle';
  readonly ledger: LedgerState;
  /** an order for this supply is open, whoever placed it */
  readonly liveOrder: boolean;
  readonly memory: SupplyMemory;
}

export interface ReorderSettings {
  /** order at or below this level, in percent */
  readonly reorderPercent: number;
}

/** Why it was decided so. Codes are added, never reused: they are stored, and each has a sentence for people. */
export const decisionCodes = [
  'device-not-active',
  'device-not-monitored',
  'class-not-covered',
  'already-on-order',
  'spare-on-site',
  'nothing-read',
  'level-not-a-number',
  'fall-unconfirmed',
  'rise-unconfirmed',
  'level-sufficient',
  'level-at-reorder-point',
] as const;
export type DecisionCode = (typeof decisionCodes)[number];

/** The facts that led to a decision, as they were. */
export interface DecisionInputs {
  readonly ledger: LedgerState;
  readonly levelState: string | null;
  /** percent by the newest reading, null where it gave none */
  readonly levelPercent: number | null;
  /** percent of the newest reading that is believed */
  readonly believedPercent: number | null;
  /** instant of the newest reading, ISO 8601 */
  readonly readAt: string | null;
  readonly reorderPercent: number;
}

export interface Decision {
  readonly action: 'order' | 'wait';
  readonly reason: { readonly code: DecisionCode; readonly inputs: DecisionInputs };
}

/**
 * The first reorder rule: order when a consumed supply of an active, monitored device is believed to be at or below
 * the branch's reorder point, and neither an order nor an unused spare exists. In doubt it waits.
 */
export function decide(state: SupplyState, settings: ReorderSettings): Decision {
  const { accepted, latest } = state.memory;
  const code = codeOf(state, settings);
  return {
    action: code === 'level-at-reorder-point' ? 'order' : 'wait',
    reason: {
      code,
      inputs: {
        ledger: state.ledger,
        levelState: latest?.level.state ?? null,
        levelPercent: latest && percentOf(latest.level),
        believedPercent: accepted && percentOf(accepted.level),
        readAt: latest?.readAt.toISOString() ?? null,
        reorderPercent: settings.reorderPercent,
      },
    },
  };
}

function codeOf(state: SupplyState, settings: ReorderSettings): DecisionCode {
  if (!state.device.active) return 'device-not-active';
  if (!state.device.monitored) return 'device-not-monitored';
  if (state.supplyClass !== 'consumed') return 'class-not-covered';
  if (state.liveOrder || isUnderWay(state.ledger)) return 'already-on-order';
  if (state.ledger === 'ON_SITE') return 'spare-on-site';
  return codeOfLevel(state.memory, settings);
}

function codeOfLevel(
  { accepted, unconfirmed, latest }: SupplyMemory,
  settings: ReorderSettings,
): DecisionCode {
  const percent = accepted && percentOf(accepted.level);
  if (!latest) return 'nothing-read';
  if (latest.level.state !== 'percent' || percent === null) return 'level-not-a-number';
  const waiting = unconfirmed && percentOf(unconfirmed.level);
  if (waiting !== null) return waiting < percent ? 'fall-unconfirmed' : 'rise-unconfirmed';
  return percent > settings.reorderPercent ? 'level-sufficient' : 'level-at-reorder-point';
}
