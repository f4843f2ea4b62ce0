import type { BranchSettings, Locale } from '@platen/contracts';
import { messagesOf } from '@platen/platform';
import { contactSentence, suppliesDesk } from '../orders/supplies-desk';
import en from './messages/en.json';
import it from './messages/it.json';
import nl from './messages/nl.json';
import type { Refusal, RefusalCode } from './refusal';

/** What placing says to people, in each language. */
export const placingText = messagesOf<keyof typeof en>({ it, nl, en });

/** Where the branch's contact helps (R52, R53). */
const WITH_CONTACT: ReadonlySet<RefusalCode> = new Set([
  'device-monitored',
  'staples-by-contact',
  'kind-not-orderable',
  'no-article',
  'not-offered',
]);

/** The sentence of a refusal, with the branch's contact where that helps. */
export function refusalText(
  locale: Locale,
  { code, live, max }: Refusal,
  settings: Pick<BranchSettings, 'contacts'> | null,
): string {
  const sentence = placingText(locale, code, {
    ...(live && { number: live.number, day: dayWords(locale, live.expectedOn) }),
    ...(max !== undefined && { max }),
  });
  const desk = settings && WITH_CONTACT.has(code) && suppliesDesk(settings);
  return desk ? `${sentence} ${contactSentence(desk, locale)}` : sentence;
}

/** @param day  yyyy-mm-dd */
export function dayWords(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
