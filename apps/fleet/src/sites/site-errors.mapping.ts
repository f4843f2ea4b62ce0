import type { Locale } from '@platen/contracts';
import { IdempotencyConflictError, InvalidInputError, type IdempotencyConflict } from '@platen/platform';
import type { CustomerNotFound } from '../customers/known-customer';
import type { SiteNotFound } from '../devices/device.errors';
import { KEY_LENGTH } from '../devices/device-place';
import { SiteNotFoundError } from '../devices/device-errors.type';
import { message } from '../messages/message';
import { OrganisationNotFoundError, SiteInUseError } from './change-sites.type';
import type { InvalidSite, SiteInUse } from './site.errors';

type SiteFailure = CustomerNotFound | SiteNotFound | SiteInUse | InvalidSite | IdempotencyConflict;

interface ErrorOf {
  CUSTOMER_NOT_FOUND: OrganisationNotFoundError;
  SITE_NOT_FOUND: SiteNotFoundError;
  SITE_IN_USE: SiteInUseError;
  INVALID_INPUT: InvalidInputError;
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError;
}

const toError: {
  [Code in SiteFailure['code']]: (
    failure: Extract<SiteFailure, { code: Code }>,
    locale: Locale,
  ) => ErrorOf[Code];
} = {
  CUSTOMER_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new OrganisationNotFoundError(), { code, message: message(locale, 'customerNotFound') }),
  SITE_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new SiteNotFoundError(), { code, message: message(locale, 'placeNotFound') }),
  SITE_IN_USE: ({ code, deviceCount }, locale) =>
    Object.assign(new SiteInUseError(), {
      code,
      deviceCount,
      message: message(locale, 'siteInUse', { count: deviceCount }),
    }),
  INVALID_INPUT: ({ code, fields }, locale) =>
    Object.assign(new InvalidInputError(), {
      code,
      message: message(locale, 'invalidInput'),
      fields: fields.map(({ path, problem, max = 0 }) => ({
        path,
        message: message(locale, problem, problem === 'keyLength' ? KEY_LENGTH : { max }),
      })),
    }),
  IDEMPOTENCY_CONFLICT: ({ code }, locale) =>
    Object.assign(new IdempotencyConflictError(), { code, message: message(locale, 'idempotencyConflict') }),
};

/** A failure as a member of the mutation's union, in the viewer's language. */
export function toSiteError<Code extends SiteFailure['code']>(
  failure: Extract<SiteFailure, { code: Code }>,
  locale: Locale,
): ErrorOf[Code] {
  // The table has one entry per code; TypeScript does not follow the code through it.
  const map = toError[failure.code] as (failure: unknown, locale: Locale) => ErrorOf[Code];
  return map(failure, locale);
}
