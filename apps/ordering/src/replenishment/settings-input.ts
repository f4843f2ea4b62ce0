import type { Tx } from '@platen/platform';
import type { InputFault } from '../input-faults';
import type { MessageKey } from '../messages/message';
import {
  LONGEST_WINDOW,
  MOST_RISK_PERCENT,
  MOST_SITES,
  type StoredSettings,
  storedSettingsSchema,
} from './replenishment-settings';

/** What is wrong with settings by themselves, each at its place. */
export function settingsFaults(settings: StoredSettings): InputFault[] {
  const checked = storedSettingsSchema.safeParse(settings);
  const faults: InputFault[] = (checked.error?.issues ?? []).map(({ path }) => ({
    path: path.join('.'),
    ...problemAt(path.at(-1)),
  }));
  const sites = settings.sites.map(({ siteId }) => siteId.toLowerCase());
  sites.forEach((siteId, index) => {
    if (sites.indexOf(siteId) < index) faults.push({ path: `sites.${index}.siteId`, problem: 'siteTwice' });
  });
  return faults;
}

function problemAt(field: PropertyKey | undefined): { problem: MessageKey; values?: Record<string, number> } {
  if (field === 'riskPercent')
    return { problem: 'numberRange', values: { min: 0.01, max: MOST_RISK_PERCENT } };
  if (field === 'consolidationBusinessDays')
    return { problem: 'numberRange', values: { min: 0, max: LONGEST_WINDOW } };
  if (field === 'sites') return { problem: 'tooManySites', values: { max: MOST_SITES } };
  return { problem: 'siteElsewhere' };
}

const SITES = `
  select distinct (site->>'siteId') as id from known_device
  where branch_id = $1 and site->>'siteId' = any($2::text[])`;

/** Sites at which no machine of the branch stands. */
export async function siteFaults(
  tx: Tx,
  branchId: string,
  { sites }: Pick<StoredSettings, 'sites'>,
): Promise<InputFault[]> {
  if (sites.length === 0) return [];
  const ids = sites.map(({ siteId }) => siteId.toLowerCase());
  const known = new Set((await tx.query<{ id: string }>(SITES, [branchId, ids])).map(({ id }) => id));
  return ids.flatMap((id, index): InputFault[] =>
    known.has(id) ? [] : [{ path: `sites.${index}.siteId`, problem: 'siteElsewhere' }],
  );
}
