import type { FlattenNodePathSegment, RequiresSelection } from '@graphql-hive/router-query-planner';
import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type { Data } from './projection';
import { PlanNotUnderstood } from './plan-not-understood';

type Path = (string | number)[];
type Segment =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'of'; readonly types: ReadonlySet<string> };

/** Makes the representation of an entity for `_entities`; null when the object is not one of those asked for. */
export type Representation = (entity: Data) => Data | null;

/** Where a plan finds the entities of a later fetch. */
export class EntityPath {
  private readonly segments: readonly Segment[];

  constructor(path: readonly FlattenNodePathSegment[], schema: GraphQLSchema) {
    this.segments = path.map((segment) => {
      if (segment === '@') return { kind: 'items' };
      if ('Field' in segment) return { kind: 'field', name: segment.Field };
      return { kind: 'of', types: concreteTypes(segment.TypeCondition, schema) };
    });
  }

  /** Calls back for every entity at this path, in a stable order; `path` is reused, so copy it to keep it. */
  visit(data: Data, callback: (entity: Data, path: Path) => void): void {
    this.walk(data, 0, [], callback);
  }

  private walk(value: unknown, at: number, path: Path, callback: (entity: Data, path: Path) => void): void {
    if (value === null || typeof value !== 'object') return;
    const segment = this.segments[at];
    if (Array.isArray(value)) {
      // A list at the end of the path is a list of entities, said with or without '@'.
      const next = segment?.kind === 'items' ? at + 1 : at;
      for (let index = 0; index < value.length; index++) {
        path.push(index);
        this.walk(value[index], next, path, callback);
        path.pop();
      }
    } else if (segment === undefined) {
      callback(value as Data, path);
    } else if (segment.kind === 'field') {
      path.push(segment.name);
      this.walk((value as Data)[segment.name], at + 1, path, callback);
      path.pop();
    } else if (segment.kind === 'of' && segment.types.has(String((value as Data).__typename))) {
      this.walk(value, at + 1, path, callback);
    }
  }
}

/** Compiles what a subgraph needs to recognise an entity: its type and key, and fields that it `@requires`. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  schema: GraphQLSchema,
): Representation {
  const byType = new Map<string, (entity: Data) => Data>();
  for (const selection of requires) {
    if (selection.kind !== 'InlineFragment' || selection.includeIf || selection.skipIf)
      throw new PlanNotUnderstood('requires');
    for (const name of concreteTypes([selection.typeCondition], schema)) {
      if (byType.has(name)) throw new PlanNotUnderstood('two requires for one type');
      byType.set(name, compileFields(selection.selections));
    }
  }
  return (entity) => {
    const typename = entity.__typename;
    if (typeof typename !== 'string') return null;
    const fields = byType.get(typename);
    return fields ? { ...fields(entity), __typename: typename } : null;
  };
}

function compileFields(selections: readonly RequiresSelection[]): (source: Data) => Data {
  const fields = selections.map((selection) => {
    if (selection.kind !== 'Field') throw new PlanNotUnderstood('fragment in requires');
    const inner = selection.selections?.length ? compileFields(selection.selections) : null;
    return { key: selection.alias ?? selection.name, name: selection.name, inner };
  });
  return (source) => {
    const target: Data = {};
    for (const { key, name, inner } of fields) target[name] = nested(source[key], inner);
    return target;
  };
}

function nested(value: unknown, inner: ((source: Data) => Data) | null): unknown {
  if (inner === null || value === null || typeof value !== 'object') return value ?? null;
  return Array.isArray(value) ? value.map((item) => nested(item, inner)) : inner(value as Data);
}

function concreteTypes(names: readonly string[], schema: GraphQLSchema): Set<string> {
  const concrete = new Set<string>();
  for (const name of names) {
    const type = schema.getType(name);
    if (isObjectType(type)) concrete.add(name);
    else if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type)) concrete.add(possible.name);
    else throw new PlanNotUnderstood(`type ${name}`);
  }
  return concrete;
}

/** Lays what a subgraph said over what is known: objects and equally long lists are merged, all else replaced. */
export function mergeInto(target: Data, source: Data): void {
  for (const key in source) {
    const known = target[key];
    const added = source[key];
    if (!mergeLists(known, added) && !mergeObjects(known, added)) target[key] = added;
  }
}

function mergeObjects(known: unknown, added: unknown): boolean {
  if (known === added) return true;
  if (!isObject(known) || !isObject(added)) return false;
  mergeInto(known, added);
  return true;
}

function mergeLists(known: unknown, added: unknown): boolean {
  if (!isList(known) || !isList(added) || known.length !== added.length) return false;
  for (let index = 0; index < known.length; index++) {
    if (!mergeLists(known[index], added[index]) && !mergeObjects(known[index], added[index]))
      known[index] = added[index];
  }
  return true;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Data {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
