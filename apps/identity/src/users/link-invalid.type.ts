import type { Locale } from '@platen/contracts';
import { UserError } from '@platen/platform';
import { ObjectType } from 'type-graphql';
import { message } from '../messages/message';

/** The link was used, replaced by a newer one, taken back or is too old; nobody is told which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class LinkInvalidError extends UserError {}

/** The refusal in the reader's language. */
export function linkInvalid(locale: Locale): LinkInvalidError {
  const code = 'LINK_INVALID';
  return Object.assign(new LinkInvalidError(), { code, message: message(locale, code) });
}
