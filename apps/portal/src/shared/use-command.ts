import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type Problem, problemOf } from '@platen/graphql-client';
import { useState } from 'react';

/** A member of a mutation's result: the success, or an outcome that the caller caused. */
interface Member {
  readonly __typename: string;
}

export type SuccessOf<Result extends Member> = Extract<Result, { __typename: `${string}Success` }>;

/** Why nothing happened: the service refused in its own words, or could not be asked. */
export type CommandFailure<Result extends Member = Member> =
  | {
      readonly kind: 'refused';
      readonly code: string;
      /** in the reader's language, from the service */
      readonly message: string;
      readonly fields: readonly { readonly path: string; readonly message: string }[];
      /** the answer itself, for outcomes that carry more */
      readonly answer: Exclude<Result, SuccessOf<Result>>;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A mutation as a form uses it: what was typed stays, and every way to fail is an answer. */
export interface Command<Variables, Result extends Member> {
  /** @returns the success, or undefined when `failure` says why not */
  readonly run: (variables: Variables) => Promise<SuccessOf<Result> | undefined>;
  readonly running: boolean;
  readonly failure: CommandFailure<Result> | undefined;
  readonly clear: () => void;
}

/**
 * Runs a mutation that answers with a union of one success and its refusals.
 * @param pick  the mutation's field in the answer
 */
export function useCommand<Data, Variables extends OperationVariables, Result extends Member>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => Result,
): Command<Variables, Result> {
  const client = useApolloClient();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<CommandFailure<Result>>();
  const run = async (variables: Variables): Promise<SuccessOf<Result> | undefined> => {
    setFailure(undefined);
    setRunning(true);
    try {
      const { data, error } = await client.mutate({ mutation: document, variables });
      if (!data) throw error ?? new Error('the gateway answered without data');
      const result = pick(data);
      if (isSuccess(result)) return result;
      setFailure(refusalOf(result));
    } catch (error) {
      setFailure({ kind: 'problem', problem: problemOf(error) });
    } finally {
      setRunning(false);
    }
    return undefined;
  };
  return { run, running, failure, clear: () => setFailure(undefined) };
}

function isSuccess<Result extends Member>(result: Result): result is SuccessOf<Result> {
  return result.__typename.endsWith('Success');
}

function refusalOf<Result extends Member>(result: Result): CommandFailure<Result> {
  const { code, message, fields } = result as {
    code?: string;
    message?: string;
    fields?: { path: string; message: string }[];
  };
  return {
    kind: 'refused',
    code: code ?? result.__typename,
    message: message ?? '',
    fields: fields ?? [],
    answer: result as Exclude<Result, SuccessOf<Result>>,
  };
}

/** Words for one field of a refused form, to stand at the field itself. */
export function errorAt(failure: CommandFailure | undefined, path: string): string | undefined {
  if (failure?.kind !== 'refused') return undefined;
  return failure.fields.find((field) => field.path === path)?.message;
}
