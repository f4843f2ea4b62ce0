/** The part of a Relay connection that lists need. */
interface Connection<Node> {
  readonly totalCount?: number | null;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** The nodes of a connection, undefined while it is on its way. */
export function nodesOf<Node>(connection: Connection<Node> | null | undefined): readonly Node[] | undefined {
  return connection?.edges.map(({ node }) => node);
}

/** The cursor of the next page, undefined when there is none. */
export function nextCursor(connection: Connection<unknown> | null | undefined): string | undefined {
  const info = connection?.pageInfo;
  return info?.hasNextPage ? (info.endCursor ?? undefined) : undefined;
}
