import type { Locale } from '@platen/contracts';
import { messagesOf } from '@platen/platform';
import type { DecisionCode, DecisionInputs } from '@platen/replenishment';
import en from './messages/en.json';
import it from './messages/it.json';
import nl from './messages/nl.json';

/** Why something was ordered or not: the engine's codes, and that the catalogue has nothing that fits. */
export type ReasonCode = DecisionCode | 'no-article';

const message = messagesOf<ReasonCode>({ it, nl, en });

/** The sentence that a customer understands; levels in whole percent. */
export function reasonText(locale: Locale, code: ReasonCode, inputs: DecisionInputs): string {
  const level = inputs.believedPercent ?? inputs.levelPercent;
  return message(locale, code, {
    level: level === null ? '–' : Math.round(level),
    reorder: inputs.reorderPercent,
  });
}
