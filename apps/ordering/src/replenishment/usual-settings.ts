import { type PlanSettings, usualSettings } from '@platen/replenishment';

/** What a branch may say about automatic orders. */
export interface ReplenishmentSettings {
  /** kinds of supplies that are ordered by themselves */
  readonly kinds: readonly string[];
  /** chance of running out, in percent, that is accepted rather than having a spare lie there for another day */
  readonly riskPercent: number;
  /** business days that an order may be early to share a parcel; 0: each supply for itself */
  readonly consolidationBusinessDays: number;
  /** level in percent at which is ordered where no forecast carries */
  readonly reorderPercent: number;
}

/** Before a branch has said anything. Staples and the like do not tell when they end. */
export const usualReplenishment: Omit<ReplenishmentSettings, 'reorderPercent'> = {
  kinds: ['toner', 'ink', 'drum', 'waste'],
  riskPercent: (100 * usualSettings.costs.spareDay) / usualSettings.costs.outDay,
  consolidationBusinessDays: 0,
};

/** The same in the engine's terms: a chance that is accepted is a relation of what mistakes cost. */
export function planSettingsOf(settings: ReplenishmentSettings): PlanSettings {
  const { costs } = usualSettings;
  return {
    ...usualSettings,
    costs: { ...costs, spareDay: (costs.outDay * settings.riskPercent) / 100 },
    consolidationBusinessDays: settings.consolidationBusinessDays,
    reorderPercent: settings.reorderPercent,
  };
}
