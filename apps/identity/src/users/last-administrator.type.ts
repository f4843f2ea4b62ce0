import type { Locale } from '@platen/contracts';
import { UserError } from '@platen/platform';
import { ObjectType } from 'type-graphql';
import { message } from '../messages/message';

/** Nobody else could look after the organisation's users any more; nothing was changed. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class LastAdministratorError extends UserError {}

/** The refusal in the reader's language. */
export function lastAdministrator(locale: Locale): LastAdministratorError {
  const code = 'LAST_ADMINISTRATOR';
  return Object.assign(new LastAdministratorError(), { code, message: message(locale, code) });
}
