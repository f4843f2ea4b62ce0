import type { Right } from '@platen/contracts';
import { Authorized as TypeGraphqlAuthorized, type AuthChecker } from 'type-graphql';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from './context';

const publicFields = new Set<string>();

/** Marks a root field that everybody may use, signed in or not. */
export function Public(): MethodDecorator {
  return (target, key) => {
    publicFields.add(`${target.constructor.name}.${String(key)}`);
  };
}

/** True when `@Public()` stands on this method. */
export function isPublic(resolver: string, method: string): boolean {
  return publicFields.has(`${resolver}.${method}`);
}

/** What a field asks for: one right, or (without) any known actor. */
export type Rule = Right;

/** Lets a field pass for actors with one of these rights; without any, for everybody who is signed in. */
export function Authorized(...anyOf: readonly Rule[]): MethodDecorator & PropertyDecorator {
  return TypeGraphqlAuthorized<Rule>(anyOf);
}

/**
 * Answers `@Authorized`. Nobody known: UNAUTHENTICATED. Known, without the right: UNAUTHORIZED. Who looks through
 * somebody else's eyes changes nothing, whatever rights those have: VIEW_ONLY.
 * @throws GraphQLError, so that both reach the caller as coded errors and nothing runs
 */
export const checkRule: AuthChecker<GraphqlContext, Rule> = ({ context, info }, asked) => {
  const { actor } = context;
  if (actor.viewedBy !== null && info.parentType.name === 'Mutation') {
    throw new GraphQLError('You only look through the eyes of somebody else: nothing can be changed.', {
      extensions: { code: 'VIEW_ONLY' },
    });
  }
  if (actor.kind === 'anonymous') {
    throw new GraphQLError('Sign in to go on.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  if (asked.length > 0 && !asked.some((right) => actor.rights.has(right))) {
    throw new GraphQLError('You do not have the right to do this.', { extensions: { code: 'UNAUTHORIZED' } });
  }
  return true;
};
