import type { Locale } from '@platen/contracts';
import type { Result } from '@platen/kernel';
import { type IdempotencyConflict, IdempotencyConflictError } from '@platen/platform';
import { message } from '../messages/message';
import { invalidInput } from '../users/invalid-input';
import type { InvalidCustomer } from './customer-admin.service';
import { CustomerNotFoundError } from './customer-admin.type';
import type { CustomerNotFound } from './customer.errors';
import type { Customer } from './customer.service';
import type { CustomerType } from './customer.type';

/** How a customer is read that was just written; null when it is not visible any more. */
export type ReadCustomer = (id: string) => Promise<Customer | null>;

type Failure = InvalidCustomer | CustomerNotFound | IdempotencyConflict;

type ErrorOf<Refused extends Failure> =
  | (Refused extends InvalidCustomer ? ReturnType<typeof invalidInput> : never)
  | (Refused extends CustomerNotFound ? CustomerNotFoundError : never)
  | (Refused extends IdempotencyConflict ? IdempotencyConflictError : never);

/**
 * The outcome of a command on a customer as a member of its union, in the reader's language.
 * @param Success  made with the customer as it is now
 */
export async function toCustomerResult<Success extends { customer: CustomerType }, Refused extends Failure>(
  outcome: Result<string, Refused>,
  Success: new () => Success,
  read: ReadCustomer,
  locale: Locale,
): Promise<Success | ErrorOf<Refused>> {
  if (!outcome.ok) return toError(outcome.failure, locale) as ErrorOf<Refused>;
  const customer = await read(outcome.value);
  if (!customer) throw new Error(`Customer ${outcome.value} was written and is not visible.`);
  return Object.assign(new Success(), { customer });
}

function toError(failure: Failure, locale: Locale) {
  const { code } = failure;
  switch (code) {
    case 'INVALID_INPUT':
      return invalidInput(locale, failure.fields);
    case 'CUSTOMER_NOT_FOUND':
      return Object.assign(new CustomerNotFoundError(), { code, message: message(locale, code) });
    case 'IDEMPOTENCY_CONFLICT':
      return Object.assign(new IdempotencyConflictError(), { code, message: message(locale, code) });
  }
}
