import type { BranchSettings } from '@platen/contracts';
import { type LocalDay, localDateTimeOf } from '@platen/kernel';
import { type PublicHoliday, expectedArrival, nextHolidays } from '@platen/platform/calendar';
import { type SettingsDifference, differencesOf } from './settings-differences';

/** What would be worth a second look, though it can be stored. */
export type SettingsWarning = 'lowContrast' | 'numberStartLate' | 'currencyChanged' | 'nobodyHelps';

/** The effect of settings, in figures, before they are stored. */
export interface SettingsPreview {
  readonly differences: readonly SettingsDifference[];
  /** when an order registered now is expected; under the settings as they are, and as they would be */
  readonly arrivalNow: LocalDay;
  readonly arrivalThen: LocalDay;
  readonly holidays: readonly PublicHoliday[];
  /** contrast of white text on the brand's color, 1..21; WCAG 2.2 asks for 4.5 */
  readonly brandContrast: number;
  readonly warnings: readonly { readonly path: string; readonly warning: SettingsWarning }[];
}

const HOLIDAYS_SHOWN = 3;
/** WCAG 2.2, 1.4.3 */
const LEGIBLE = 4.5;

/** @param settings  checked: zone and holidays exist */
export function previewOf(present: BranchSettings, settings: BranchSettings, now: Date): SettingsPreview {
  const today = localDateTimeOf(now, settings.timeZone).day;
  const brandContrast = contrastWithWhite(settings.brand.color);
  return {
    differences: differencesOf(present, settings),
    arrivalNow: expectedArrival(present, now),
    arrivalThen: expectedArrival(settings, now),
    holidays: nextHolidays(settings.calendar.holidays, today, HOLIDAYS_SHOWN),
    brandContrast,
    warnings: [...warningsOf(present, settings, brandContrast)],
  };
}

function* warningsOf(
  present: BranchSettings,
  settings: BranchSettings,
  contrast: number,
): Generator<{ path: string; warning: SettingsWarning }> {
  if (contrast < LEGIBLE) yield { path: 'brand.color', warning: 'lowContrast' };
  if (present.currency !== settings.currency) yield { path: 'general.currency', warning: 'currencyChanged' };
  if (present.invoiceNumberStart !== settings.invoiceNumberStart)
    yield { path: 'general.invoiceNumberStart', warning: 'numberStartLate' };
  if (present.ticket.numberStart !== settings.ticket.numberStart)
    yield { path: 'tickets.numberStart', warning: 'numberStartLate' };
  if (present.ordering.orderNumberStart !== settings.ordering.orderNumberStart)
    yield { path: 'ordering.orderNumberStart', warning: 'numberStartLate' };
  const helps = settings.contacts.some(({ topic }) => topic === 'service-and-portal');
  if (settings.passwordHelp === 'provider' && !helps)
    yield { path: 'registration.passwordHelp', warning: 'nobodyHelps' };
}

/**
 * Contrast ratio of white text on a color (WCAG 2.2, relative luminance).
 * @param color  '#rrggbb'
 * @returns      1 (white itself) to 21 (black), two decimals
 */
export function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return Math.round((1.05 / (luminance + 0.05)) * 100) / 100;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
