import type { Locale } from '@platen/contracts';
import type { GraphqlContext } from '@platen/platform';
import type { ClassType } from 'type-graphql';
import { message } from '../messages/message';
import type { LastAdministrator } from './administrators';
import { invalidInput } from './invalid-input';
import { lastAdministrator } from './last-administrator.type';
import type { RightsRefused } from './rights-change';
import type { UserOutcome } from './user-administration.service';
import { ActionRefusedError, UserNotFoundError, type UserSuccess } from './user-administration.type';
import { userLoader } from './user.loader';
import type { ActionRefused, UserNotFound } from './user.errors';
import type { UserService } from './user.service';

type Failure = UserNotFound | ActionRefused | LastAdministrator | RightsRefused;

/** The use case's outcome as a member of the mutation's union, with the person as he is now. */
export async function toUserResult<Success extends UserSuccess>(
  outcome: UserOutcome<LastAdministrator | RightsRefused>,
  success: ClassType<Success>,
  people: UserService,
  context: GraphqlContext,
) {
  const { locale } = context.actor;
  if (!outcome.ok) return toError(outcome.failure, locale);
  // An earlier command of the same request may have looked at this person as he was.
  const user = await userLoader(context, people).clear(outcome.value.userId).load(outcome.value.userId);
  return user ? Object.assign(new success(), { user }) : toError({ code: 'USER_NOT_FOUND' }, locale);
}

function toError(failure: Failure, locale: Locale) {
  switch (failure.code) {
    case 'INVALID_INPUT':
      return invalidInput(locale, failure.problems);
    case 'LAST_ADMINISTRATOR':
      return lastAdministrator(locale);
    case 'USER_NOT_FOUND':
      return Object.assign(new UserNotFoundError(), said(failure.code, locale));
    default:
      return Object.assign(new ActionRefusedError(), said(failure.code, locale));
  }
}

function said<Code extends (UserNotFound | ActionRefused)['code']>(code: Code, locale: Locale) {
  return { code, message: message(locale, code) };
}
