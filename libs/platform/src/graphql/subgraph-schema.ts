import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema, parse } from 'graphql';
import { type ContainerType, buildSchemaSync, createResolversMap } from 'type-graphql';
import type { ServiceDefinition } from '../service';
import type { GraphqlContext } from './context';
import { checkRule } from './rule';
import { CountScalar, DateScalar, DateTimeScalar } from './scalars';

/** A federation entity as another subgraph names it: its type and key. Never trusted for more than the key. */
export interface EntityRepresentation {
  readonly __typename: string;
  readonly id: string;
}

/** Per type name: finds what the actor may see of an entity; null for a foreign id as for an unknown one (C3). */
export type ReferenceResolvers = Readonly<
  Record<string, (representation: EntityRepresentation, context: GraphqlContext) => unknown>
>;

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@tag", "@inaccessible"])`;

type SchemaParts = Pick<ServiceDefinition, 'resolvers' | 'orphanedTypes'>;

/** The service's schema as text, federation directives included: what composition reads and the repository keeps. */
export function printSubgraph(service: SchemaParts): string {
  return `${FEDERATION}\n\n${printSchemaWithDirectives(lexicographicSortSchema(baseSchema(service, emptyContainer)))}\n`;
}

/** The executable subgraph with its `_entities` and `_service` fields. */
export function subgraphSchema(
  service: SchemaParts,
  instances: readonly object[],
  references: ReferenceResolvers,
): GraphQLSchema {
  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  const container: ContainerType = { get: (resolver) => byClass.get(resolver) ?? missing(resolver) };
  const schema = baseSchema(service, container);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const map of Object.values(resolvers)) {
    // Compiled execution needs the answer at once; type-graphql wraps it in a promise.
    if (map && '__resolveType' in map) map.__resolveType = nameOf;
  }
  for (const [type, resolve] of Object.entries(references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const typeDefs = parse(`${FEDERATION}\n${printSchemaWithDirectives(schema)}`);
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}

function baseSchema(service: SchemaParts, container: ContainerType): GraphQLSchema {
  return buildSchemaSync({
    resolvers: service.resolvers,
    orphanedTypes: service.orphanedTypes,
    container,
    authChecker: checkRule,
    validate: false,
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
}

export { CountScalar, DateScalar, DateTimeScalar };

const emptyContainer: ContainerType = { get: () => ({}) };

function missing(resolver: unknown): never {
  const name = typeof resolver === 'function' ? resolver.name : String(resolver);
  throw new Error(`resolverInstances() of the service has no ${name}.`);
}

/** Members of unions and interfaces are instances of their classes, or carry their name. */
function nameOf(value: { __typename?: string; constructor: { name: string } }): string {
  return value.__typename ?? value.constructor.name;
}
