import { plainText } from '@platen/platform';
import type { SiteFacts } from '../sites/site-facts';
import { toCalendarDay } from './calendar-day';
import { type DeviceFacts, type TextFact, textFacts } from './device-facts';
import type { JudgedRow, KnownDevice } from './judge-rows';
import type { RegisterColumn } from './register-columns';

/** The text of a row's cell; undefined where the list has no such column. */
export type CellOf = (column: RegisterColumn) => string | undefined;

const YES = new Set(['yes', 'y', 'true', '1', 'sì', 'si', 'ja', 'x']);
const NO = new Set(['no', 'n', 'false', '0', 'nee']);
const STATES: Readonly<Record<string, DeviceFacts['lifecycle']>> = {
  planned: 'planned',
  pianificata: 'planned',
  gepland: 'planned',
  installed: 'installed',
  installata: 'installed',
  geinstalleerd: 'installed',
  geïnstalleerd: 'installed',
};

/** A text that was guarded for spreadsheets with an apostrophe, as the register has it. */
export const unguarded = (text: string) =>
  text.startsWith("'") && plainText(text.slice(1)) === text ? text.slice(1) : text;

/** The facts that a row tells, completed by what the register knows of its machine. */
export function factsIn(
  cell: CellOf,
  known: KnownDevice | null,
): { facts: DeviceFacts; problems: JudgedRow['problems'] } {
  const problems: JudgedRow['problems'][number][] = [];
  const text = (fact: TextFact): string | null => {
    const { column, needed } = textFacts[fact];
    const typed = cell(column);
    if (typed === undefined) return known?.[fact] ?? (needed ? '' : null);
    return typed === '' && !needed ? null : unguarded(typed);
  };
  const model = text('model') ?? '';
  const facts: DeviceFacts = {
    serialNumber: text('serialNumber') ?? '',
    maker: text('maker') ?? '',
    model,
    name: text('name') || known?.name || model,
    equipmentId: text('equipmentId'),
    floor: text('floor'),
    room: text('room'),
    department: text('department'),
    costCentre: text('costCentre'),
    contactName: text('contactName'),
    contactEmail: text('contactEmail'),
    contactPhone: text('contactPhone'),
    contractNumber: text('contractNumber'),
    installedOn: dayIn(cell('installed_on'), known),
    monitored: monitoredIn(cell('monitored'), known, problems),
    lifecycle: lifecycleIn(cell('lifecycle'), known, problems),
  };
  return { facts, problems };
}

function dayIn(typed: string | undefined, known: KnownDevice | null): string | null {
  if (typed === undefined) return known?.installedOn ?? null;
  return typed === '' ? null : toCalendarDay(typed);
}

type Problems = JudgedRow['problems'][number][];

/** Whether a known machine is watched is changed at the machine itself, where it is said what follows. */
function monitoredIn(typed: string | undefined, known: KnownDevice | null, problems: Problems): boolean {
  const word = typed?.toLowerCase() ?? '';
  if (word === '') return known?.monitored ?? false;
  const monitored = YES.has(word);
  if (!monitored && !NO.has(word)) problems.push({ column: 'monitored', problem: 'monitoredUnclear' });
  else if (known && known.monitored !== monitored)
    problems.push({ column: 'monitored', problem: 'monitoredElsewhere' });
  return monitored;
}

/** The life of a known machine goes on at the machine itself. */
function lifecycleIn(
  typed: string | undefined,
  known: KnownDevice | null,
  problems: Problems,
): DeviceFacts['lifecycle'] {
  const word = typed?.toLowerCase() ?? '';
  if (word === '' || word === known?.lifecycle) return 'installed';
  const lifecycle = STATES[word];
  if (!lifecycle) problems.push({ column: 'lifecycle', problem: 'lifecycleUnclear' });
  else if (known && known.lifecycle !== lifecycle)
    problems.push({ column: 'lifecycle', problem: 'lifecycleElsewhere' });
  return lifecycle ?? 'installed';
}

/** The place that a row tells. */
export function siteIn(cell: CellOf): SiteFacts {
  return {
    name: unguarded(cell('site') ?? ''),
    street: cell('street') ?? '',
    postalCode: cell('postal_code') ?? '',
    city: cell('city') ?? '',
    country: cell('country') ?? '',
    deliveryContactName: null,
    deliveryContactEmail: null,
    deliveryContactPhone: null,
    deliveryInstructions: null,
  };
}
