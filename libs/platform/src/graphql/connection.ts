import { GraphQLError } from 'graphql';
import { type ClassType, Directive, Field, ObjectType } from 'type-graphql';
import { CountScalar } from './scalars';

/** Most rows a page may have (threats C11). */
export const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 25;

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field()
  hasNextPage: boolean;
  @Field()
  hasPreviousPage: boolean;
  @Field(() => String, { nullable: true })
  startCursor: string | null;
  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number | null;
}

/** Declares `<Name>Connection` and `<Name>Edge` for a node type; instances are plain objects. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field()
    cursor: string;
    @Field(node)
    node: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class NodeConnection {
    @Field(() => [Edge])
    edges: Edge[];
    @Field(() => PageInfo)
    pageInfo: PageInfo;
    @Field(() => CountScalar, {
      nullable: true,
      description: 'All rows of this list; null where counting them would cost too much.',
    })
    totalCount: number | null;
  }
  return NodeConnection as ClassType<Connection<Node>>;
}

/** What a list is asked for, checked. */
export interface Page {
  /** 1..100 */
  readonly size: number;
  /** values of the sort columns of the last row seen, or null at the start */
  readonly after: readonly string[] | null;
}

/** @throws GraphQLError BAD_USER_INPUT for a size outside 1..100 or a cursor that is not one of ours */
export function pageOf(
  first: number | null | undefined,
  after: string | null | undefined,
  columns: number,
): Page {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) throw badInput(`first must be 1 to ${MAX_PAGE_SIZE}.`);
  return { size, after: after ? decodeCursor(after, columns) : null };
}

/** Makes a connection of `size + 1` rows: the extra one only tells that there is more. */
export function toConnection<Row, Node>(
  rows: readonly Row[],
  page: Page,
  node: (row: Row) => Node,
  keyset: (row: Row) => readonly (string | number)[],
  totalCount: number | null = null,
): Connection<Node> {
  const edges = rows
    .slice(0, page.size)
    .map((row) => ({ cursor: encodeCursor(keyset(row)), node: node(row) }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function encodeCursor(keyset: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keyset.map(String))).toString('base64url');
}

function decodeCursor(cursor: string, columns: number): string[] {
  try {
    const keyset: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(keyset) &&
      keyset.length === columns &&
      keyset.every((part) => typeof part === 'string')
    )
      return keyset;
  } catch {
    // Not base64 or not JSON: the same answer as any other foreign cursor.
  }
  throw badInput('after is not a cursor of this list.');
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
