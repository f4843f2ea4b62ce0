import { type Page, isId, pageOf } from '@platen/platform';
import { GraphQLError } from 'graphql';

/**
 * A page of an order list, checked. Its cursor holds the instant and the id of the last order seen.
 * @throws GraphQLError BAD_USER_INPUT for a size or a cursor that cannot be
 */
export function orderPageOf(first: number | null | undefined, after: string | null | undefined): Page {
  const page = pageOf(first, after, 2);
  const [placedAt, id] = page.after ?? [];
  if (placedAt === undefined || id === undefined) return page;
  if (isId(id) && INSTANT.test(placedAt) && !Number.isNaN(Date.parse(placedAt))) return page;
  throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
