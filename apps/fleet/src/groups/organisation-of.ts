import type { Actor } from '@platen/platform';
import { GraphQLError } from 'graphql';
import type { Organisation } from '../visibility/sight-changes';

/**
 * The organisation whose groups and assignments the actor may change: his own.
 * @throws GraphQLError UNAUTHORIZED for the provider's people and keys of a whole branch, who have none
 */
export function organisationOf({ customerId, branchId }: Actor): Organisation {
  if (customerId && branchId) return { customerId, branchId };
  throw new GraphQLError('Groups and assignments are changed by the people of the organisation.', {
    extensions: { code: 'UNAUTHORIZED' },
  });
}
