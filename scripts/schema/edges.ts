import {
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
  parse,
} from 'graphql';
import type { Subgraph } from './compose';

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

interface Declared {
  readonly service: string;
  readonly type: ObjectNode;
  /** fields that are not part of the key */
  readonly own: readonly FieldDefinitionNode[];
}

/**
 * Finds fields through which one dead service would take away another one's data: an edge that leaves its service
 * has to be nullable, so that null stops there (threats C55). An edge is a field that a service adds to another
 * one's entity, or that leads to another one's entity. The home of an entity is the service that says most about it.
 * @returns one line for each such field
 */
export function brittleEdges(subgraphs: readonly Subgraph[]): string[] {
  const declared = subgraphs.flatMap(declarationsOf);
  const homes = homesOf(declared);
  const brittle: string[] = [];
  for (const { service, type, own } of declared) {
    const addedTo = homes.get(type.name.value);
    for (const field of own) {
      if (field.type.kind !== Kind.NON_NULL_TYPE) continue;
      const place = `${type.name.value}.${field.name.value}`;
      const target = namedType(field.type);
      const leadsTo = homes.get(target);
      if (addedTo !== undefined && addedTo !== service)
        brittle.push(`${place}: ${service} adds it to an entity of ${addedTo}, so it has to be nullable`);
      else if (leadsTo !== undefined && leadsTo !== service)
        brittle.push(`${place}: leads from ${service} to ${target} of ${leadsTo}, so it has to be nullable`);
    }
  }
  return brittle;
}

function declarationsOf({ name, sdl }: Subgraph): Declared[] {
  return parse(sdl).definitions.flatMap((type): Declared[] => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const keys = new Set(keyFields(type));
    const own = (type.fields ?? []).filter((field) => !keys.has(field.name.value));
    return [{ service: name, type, own }];
  });
}

function homesOf(declared: readonly Declared[]): Map<string, string> {
  const best = new Map<string, Declared>();
  for (const one of declared) {
    if (keyFields(one.type).length === 0) continue;
    const known = best.get(one.type.name.value);
    if (!known || one.own.length > known.own.length) best.set(one.type.name.value, one);
  }
  return new Map([...best].map(([type, { service }]) => [type, service]));
}

function keyFields(type: ObjectNode): string[] {
  return (type.directives ?? [])
    .filter((directive) => directive.name.value === 'key')
    .flatMap((directive) => {
      const fields = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
      return fields?.kind === Kind.STRING ? fields.value.split(/[\s{}]+/).filter(Boolean) : [];
    });
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
