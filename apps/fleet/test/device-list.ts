import type { Actor } from '@platen/platform';
import type { useFleet } from './use-fleet';

/** Asks for a list of machines with everything that tells where one stands in it. */
export const LIST = `query ($first: Int, $after: String, $filter: DeviceFilter, $orderBy: DeviceOrder) {
  devices(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges { cursor node { id name state } } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
/** What it answers. */
export interface Listed {
  readonly devices: {
    readonly edges: { cursor: string; node: { id: string; name: string; state: string } }[];
    readonly totalCount: number | null;
    readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  };
}

/** Asks for lists of a file's fleet. */
export function listsOf(fleet: Pick<ReturnType<typeof useFleet>, 'data'>) {
  const list = async (actor: Actor, variables: Record<string, unknown> = {}) =>
    (await fleet.data<Listed>(actor, LIST, variables)).devices;
  const names = async (actor: Actor, variables: Record<string, unknown> = {}) =>
    (await list(actor, variables)).edges.map((edge) => edge.node.name);
  return { list, names };
}
