import type { BranchSettings, Locale } from '@platen/contracts';
import {
  type BranchAccess,
  type IdempotencyConflict,
  IdempotencyConflictError,
  InvalidInputError,
} from '@platen/platform';
import type { InvalidInput } from '../input-faults';
import { message } from '../messages/message';
import { adviceFor } from './advice';
import { OrderActNotPossibleError, OrderNotFoundError, OrderPastSelfServiceError } from './order-errors.type';
import type { OrderActNotPossible, OrderNotFound, OrderPastSelfService } from './order.errors';
import { suppliesDesk } from './supplies-desk';

/** What was asked for is nowhere to be found. */
export function toNotFoundError({ code }: OrderNotFound, locale: Locale): OrderNotFoundError {
  return Object.assign(new OrderNotFoundError(), { code, message: message(locale, 'orderNotFound') });
}

export function toActError({ code, status }: OrderActNotPossible, locale: Locale): OrderActNotPossibleError {
  return Object.assign(new OrderActNotPossibleError(), {
    code,
    status,
    message: message(locale, 'orderActNotPossible'),
  });
}

/** With the contact of R59, in the words of the viewer. */
export async function toPastSelfServiceError(
  { code, status, branchId }: OrderPastSelfService,
  locale: Locale,
  branches: BranchAccess,
): Promise<OrderPastSelfServiceError> {
  const settings: BranchSettings | null = await branches.settingsOf(branchId);
  const desk = settings && suppliesDesk(settings);
  return Object.assign(new OrderPastSelfServiceError(), {
    code,
    status,
    message: adviceFor(status, settings, locale),
    phone: desk?.phone ?? null,
    mail: desk?.mail ?? null,
    hours: desk?.hours ?? null,
  });
}

export function toInvalidInputError({ code, fields }: InvalidInput, locale: Locale): InvalidInputError {
  return Object.assign(new InvalidInputError(), {
    code,
    message: message(locale, 'invalidInput'),
    fields: fields.map(({ path, problem, values }) => ({ path, message: message(locale, problem, values) })),
  });
}

export function toConflictError({ code }: IdempotencyConflict, locale: Locale): IdempotencyConflictError {
  return Object.assign(new IdempotencyConflictError(), {
    code,
    message: message(locale, 'idempotencyConflict'),
  });
}
