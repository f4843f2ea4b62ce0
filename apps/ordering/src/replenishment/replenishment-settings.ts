import { supplyKinds } from '@platen/contracts';
import { type PlanSettings, usualSettings } from '@platen/replenishment';
import { z } from 'zod';

/** Highest chance of running out that a branch may accept, in percent. */
export const MOST_RISK_PERCENT = 20;
/** Longest consolidation window, in business days. */
export const LONGEST_WINDOW = 20;
/** Most sites with a window of their own. */
export const MOST_SITES = 500;

const window = z.int().min(0).max(LONGEST_WINDOW);

/** What a branch says about automatic orders, as it is stored. */
export const storedSettingsSchema = z.object({
  /** kinds of supplies that are ordered by themselves */
  kinds: z.array(z.enum(supplyKinds)),
  /** chance of running out, in percent, that is accepted rather than having a spare lie there for another day */
  riskPercent: z.number().min(0.01).max(MOST_RISK_PERCENT),
  /** business days that an order may be early to share a parcel; 0: each supply for itself */
  consolidationBusinessDays: window,
  /** sites where that is otherwise */
  sites: z.array(z.object({ siteId: z.uuid(), consolidationBusinessDays: window })).max(MOST_SITES),
});
export type StoredSettings = z.infer<typeof storedSettingsSchema>;

/** The same with the level of the branch, for one site. */
export interface ReplenishmentSettings extends Omit<StoredSettings, 'sites'> {
  /** level in percent at which is ordered where no forecast carries */
  readonly reorderPercent: number;
}

/** Before a branch has said anything. Staples and the like do not tell when they end. */
export const usualReplenishment: StoredSettings = {
  kinds: ['toner', 'ink', 'drum', 'waste'],
  riskPercent: (100 * usualSettings.costs.spareDay) / usualSettings.costs.outDay,
  consolidationBusinessDays: 0,
  sites: [],
};

/** What holds for the machines of a site. */
export function settingsForSite(
  { sites, ...settings }: StoredSettings,
  siteId: string,
  reorderPercent: number,
): ReplenishmentSettings {
  const own = sites.find((site) => site.siteId === siteId);
  return {
    ...settings,
    reorderPercent,
    consolidationBusinessDays: own?.consolidationBusinessDays ?? settings.consolidationBusinessDays,
  };
}

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
