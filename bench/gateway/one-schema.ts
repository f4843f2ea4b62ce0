import { rewireTypes } from '@graphql-tools/utils';
import { type GraphQLNamedType, GraphQLObjectType, GraphQLSchema, isObjectType } from 'graphql';

/** What federation adds to a subgraph; one schema has no use for it. */
const FEDERATION = /^(_Any|_Entity|_Service|federation__|link__)/;
const ENTRY_FIELDS = ['_entities', '_service'];

/**
 * The same resolvers as one schema without federation: types of the same name become one with the fields of all, the
 * first schema's where several have one.
 */
export function oneSchema(schemas: readonly GraphQLSchema[]): GraphQLSchema {
  const merged: Record<string, GraphQLNamedType> = {};
  for (const schema of schemas)
    for (const [name, type] of Object.entries(schema.getTypeMap())) {
      if (name.startsWith('__') || FEDERATION.test(name)) continue;
      const known = merged[name];
      if (isObjectType(type)) merged[name] = joined(isObjectType(known) ? known : undefined, type);
      else merged[name] ??= type;
    }
  const { typeMap, directives } = rewireTypes(merged, []);
  return new GraphQLSchema({
    query: typeMap.Query as GraphQLObjectType,
    mutation: typeMap.Mutation as GraphQLObjectType,
    types: Object.values(typeMap),
    directives,
    assumeValid: true,
  });
}

function joined(known: GraphQLObjectType | undefined, type: GraphQLObjectType): GraphQLObjectType {
  const config = type.toConfig();
  const fields = { ...config.fields, ...known?.toConfig().fields };
  for (const field of ENTRY_FIELDS) delete fields[field];
  return new GraphQLObjectType({ ...config, fields });
}
