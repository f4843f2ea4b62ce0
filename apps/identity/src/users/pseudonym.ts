import type { Locale } from '@platen/contracts';
import { message } from '../messages/message';

/** What stands for the name of somebody who was erased: the same wherever and whenever it is shown. */
export function pseudonymOf(locale: Locale, userId: string): string {
  return message(locale, 'FORMER_USER', { mark: userId.slice(-4).toUpperCase() });
}
