import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Price of an operation for these variables. */
export type Cost = (variables: Variables) => number;

/** Items that a list without `first` or `last` is taken to have. */
const LIST_SIZE = 5;
/** Page size where neither the caller nor the schema says one. */
const PAGE_SIZE = 25;

/**
 * Prices an operation: every field costs 1 (`__typename` nothing), and what stands below a list costs as many times
 * as the list has items: `first` or `last` where the field takes them, else 5. Fragments count where they are
 * spread; of several types at one place all count, so the price is never too low.
 */
export function compileCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Cost {
  const root = schema.getRootType(operation.operation);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const selections = (type: GraphQLCompositeType, { selections: nodes }: SelectionSetNode): Cost => {
    const parts = nodes.flatMap((node): Cost[] => {
      if (node.kind === Kind.FIELD) return field(type, node);
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (!fragment) return [];
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      return [selections(isCompositeType(condition) ? condition : type, fragment.selectionSet)];
    });
    return (variables) => parts.reduce((sum, part) => sum + part(variables), 0);
  };

  const field = (parent: GraphQLCompositeType, node: FieldNode): Cost[] => {
    const definition = fieldOf(parent, node.name.value);
    if (!definition) return [];
    const type = getNamedType(definition.type);
    if (!node.selectionSet || !isCompositeType(type)) return [() => 1];
    const inner = selections(type, node.selectionSet);
    const times = itemsOf(parent, definition, node);
    return [(variables) => 1 + times(variables) * inner(variables)];
  };

  return root ? selections(root, operation.selectionSet) : () => 0;
}

function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function itemsOf(
  parent: GraphQLCompositeType,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Variables) => number {
  const size =
    definition.args.find(({ name }) => name === 'first') ??
    definition.args.find(({ name }) => name === 'last');
  if (size) {
    const fallback = typeof size.defaultValue === 'number' ? size.defaultValue : PAGE_SIZE;
    const asked = ['first', 'last'].map(
      (name) => node.arguments?.find((one) => one.name.value === name)?.value,
    );
    return (variables) => {
      const sizes = asked.flatMap((value) => {
        if (value?.kind === Kind.INT) return [Number(value.value)];
        const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
        return typeof given === 'number' ? [given] : [];
      });
      // A page size below 1 is refused by the service; it must not buy anything here.
      return Math.max(1, ...(sizes.length > 0 ? sizes : [fallback]));
    };
  }
  // The items of a connection were counted at the field that takes the page size.
  const inConnection = parent.name.endsWith('Connection');
  const times = isListType(getNullableType(definition.type)) && !inConnection ? LIST_SIZE : 1;
  return () => times;
}
