import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Conditions, conditionsOf, holds } from './condition';

type Variables = Readonly<Record<string, unknown>>;

/** A plain object as it came from a subgraph. */
export type Data = Record<string, unknown>;

/**
 * Shapes a value for the answer. `undefined` means: null where null is not allowed, so the parent has to become
 * null (GraphQL, "Handling Field Errors").
 */
type Completion = (value: unknown, variables: Variables) => unknown;

/** A selection set together with the conditions under which it counts. */
interface Scope {
  readonly selectionSet: SelectionSetNode;
  readonly conditions: Conditions;
}

interface FieldShape {
  readonly key: string;
  /** one of them must hold; null: always there */
  readonly anyOf: readonly Conditions[] | null;
  readonly complete: Completion;
}

/** Cuts the answer of one operation out of what the subgraphs said: asked fields only, in the order asked. */
export type Projection = (data: Data, variables: Variables) => Data | null;

/** Compiles the projection of an operation once; the schema is the public one. */
export function compileProjection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Projection {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The graph has no ${operation.operation}.`);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const compiler = new ProjectionCompiler(schema, fragments);
  const complete = compiler.object(root, [{ selectionSet: operation.selectionSet, conditions: [] }]);
  return (data, variables) => complete(data, variables) as Data | null;
}

class ProjectionCompiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  /** An object whose type is known: its fields, or null when one of them may not be null and is. */
  object(type: GraphQLObjectType, scopes: readonly Scope[]): Completion {
    const shapes = this.shapesOf(type, scopes);
    return (value, variables) => {
      if (value === null || typeof value !== 'object') return null;
      const source = value as Data;
      const target: Data = {};
      for (const shape of shapes) {
        if (shape.anyOf && !shape.anyOf.some((conditions) => holds(conditions, variables))) continue;
        const completed = shape.complete(source[shape.key], variables);
        if (completed === undefined) return null;
        target[shape.key] = completed;
      }
      return target;
    };
  }

  private complete(type: GraphQLOutputType, scopes: readonly Scope[]): Completion {
    if (isNonNullType(type)) {
      const inner = this.complete(type.ofType, scopes);
      return (value, variables) => inner(value, variables) ?? undefined;
    }
    if (isListType(type)) return list(this.complete(type.ofType, scopes));
    if (isObjectType(type)) return this.object(type, scopes);
    if (isAbstractType(type)) return this.abstract(scopes);
    return (value) => value ?? null;
  }

  /** A union or interface: compiled per type that actually comes. */
  private abstract(scopes: readonly Scope[]): Completion {
    const byName = new Map<string, Completion>();
    return (value, variables) => {
      if (value === null || typeof value !== 'object') return null;
      const name = (value as Data).__typename;
      if (typeof name !== 'string') return null;
      let complete = byName.get(name);
      if (!complete) {
        const type = this.schema.getType(name);
        if (!isObjectType(type)) return null;
        complete = this.object(type, scopes);
        byName.set(name, complete);
      }
      return complete(value, variables);
    };
  }

  private shapesOf(type: GraphQLObjectType, scopes: readonly Scope[]): FieldShape[] {
    const occurrences = new Map<string, { name: string; scopes: Scope[]; conditions: Conditions[] }>();
    for (const scope of scopes) this.collect(type, scope, occurrences);
    return [...occurrences].map(([key, { name, scopes: inner, conditions }]) => ({
      key,
      anyOf: conditions.some((all) => all.length === 0) ? null : conditions,
      complete: this.field(type, name, inner),
    }));
  }

  private field(type: GraphQLObjectType, name: string, scopes: readonly Scope[]): Completion {
    if (name === '__typename') return () => type.name;
    const field = type.getFields()[name];
    if (!field) throw new Error(`The graph has no ${type.name}.${name}.`);
    return this.complete(field.type, scopes);
  }

  /** GraphQL's CollectFields for one concrete type; conditions on variables stay open. */
  private collect(
    type: GraphQLObjectType,
    scope: Scope,
    into: Map<string, { name: string; scopes: Scope[]; conditions: Conditions[] }>,
  ): void {
    for (const selection of scope.selectionSet.selections) {
      const own = conditionsOf(selection.directives);
      if (own === null) continue;
      const conditions = own.length === 0 ? scope.conditions : [...scope.conditions, ...own];
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = into.get(key) ?? { name: selection.name.value, scopes: [], conditions: [] };
        known.conditions.push(conditions);
        if (selection.selectionSet) known.scopes.push({ selectionSet: selection.selectionSet, conditions });
        into.set(key, known);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (fragment && this.applies(fragment.typeCondition?.name.value, type))
        this.collect(type, { selectionSet: fragment.selectionSet, conditions }, into);
    }
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const asked = this.schema.getType(condition);
    return isAbstractType(asked) && this.schema.isSubType(asked, type);
  }
}

function list(item: Completion): Completion {
  return (value, variables) => {
    if (!Array.isArray(value)) return null;
    const target = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      const completed = item(value[index], variables);
      if (completed === undefined) return null;
      target[index] = completed;
    }
    return target;
  };
}
