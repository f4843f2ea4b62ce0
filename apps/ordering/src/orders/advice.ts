import type { BranchSettings, Locale } from '@platen/contracts';
import { message } from '../messages/message';
import type { OrderStatus } from './order-status';
import { contactSentence, suppliesDesk } from './supplies-desk';

/** Whom to ask about an order that can no longer be cancelled or changed by oneself (R59), in the viewer's language. */
export function adviceFor(status: OrderStatus, settings: BranchSettings | null, locale: Locale): string {
  const said = message(locale, status === 'picked' ? 'adviceWhilePicked' : 'adviceOnTheRoad');
  const desk = settings && suppliesDesk(settings);
  return desk ? `${said} ${contactSentence(desk, locale)}` : said;
}
