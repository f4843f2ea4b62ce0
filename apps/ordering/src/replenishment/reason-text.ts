import type { Locale } from '@platen/contracts';
import { messagesOf } from '@platen/platform';
import en from './messages/en.json';
import it from './messages/it.json';
import nl from './messages/nl.json';
import type { ReasonCode, ReasonInputs } from './reason-inputs';

const message = messagesOf<ReasonCode | 'not-before'>({ it, nl, en });

const dates = new Map<Locale, Intl.DateTimeFormat>();

/** The sentence that a customer understands; levels in whole percent, days in words. */
export function reasonText(locale: Locale, code: ReasonCode, inputs: ReasonInputs): string {
  const { forecast } = inputs;
  const level = inputs.believedPercent ?? inputs.levelPercent ?? forecast?.leftPercent ?? null;
  const values = {
    level: level === null ? '–' : Math.round(level),
    reorder: inputs.reorderPercent,
    risk: forecast ? percentText(locale, forecast.riskPercent) : '–',
    from: forecast ? dateText(locale, forecast.emptyFrom) : '–',
    to: forecast?.emptyTo ? dateText(locale, forecast.emptyTo) : '–',
  };
  // Of what lasts longer than two years only the beginning of the range is known.
  const open = code === 'risk-acceptable' && forecast?.emptyTo === null;
  return message(locale, open ? 'not-before' : code, values);
}

/** @param day  yyyy-mm-dd */
function dateText(locale: Locale, day: string): string {
  let format = dates.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    dates.set(locale, format);
  }
  return format.format(new Date(day));
}

function percentText(locale: Locale, percent: number): string {
  return percent.toLocaleString(locale, { maximumSignificantDigits: 2 });
}
