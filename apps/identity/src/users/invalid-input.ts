import type { Locale } from '@platen/contracts';
import { InvalidInputError } from '@platen/platform';
import { message } from '../messages/message';

type MessageKey = Parameters<typeof message>[1];

/** A field that cannot be accepted, as a use case says it: its path, and the message that says why. */
export interface FieldProblem {
  readonly path: string;
  readonly code: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Says in the reader's language what is wrong with which field. With one problem its code is the error's. */
export function invalidInput(locale: Locale, problems: readonly FieldProblem[]): InvalidInputError {
  const fields = problems.map(({ path, code, values }) => ({ path, message: message(locale, code, values) }));
  const [first] = problems;
  const code = problems.length === 1 && first ? first.code : 'INVALID_INPUT';
  return Object.assign(new InvalidInputError(), {
    code,
    message: message(locale, code, first?.values),
    fields,
  });
}
