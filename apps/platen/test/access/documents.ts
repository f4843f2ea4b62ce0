import { randomUUID } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';

/** How deep an answer is looked into: connection, edge, node, part, part of part. */
const DEPTH = 6;

/** Finds the value of an ID by the path of its argument, for example `input.userId`. */
export type IdAt = (path: string) => string;

/** A document that asks one root field for all that it can give without further arguments. */
export function documentFor(schema: GraphQLSchema, kind: 'query' | 'mutation', name: string): DocumentNode {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const field = root?.getFields()[name];
  if (!field) throw new Error(`There is no ${kind} ${name}.`);
  const declared = field.args.map((arg) => `$${arg.name}: ${arg.type.toString()}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = selectionOf(schema, field.type, DEPTH, []);
  return parse(
    `${kind} Matrix${declared && `(${declared})`} { ${name}${given && `(${given})`} ${selection} }`,
  );
}

/** A document that asks for an entity by its key, as a gateway would. */
export function entityDocumentFor(schema: GraphQLSchema, type: string): DocumentNode {
  const named = schema.getType(type);
  if (!isObjectType(named)) throw new Error(`There is no entity ${type}.`);
  const selection = selectionOf(schema, named, DEPTH - 2, []);
  return parse(
    `query Matrix($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} ${selection} } }`,
  );
}

/** Values for all arguments of a root field. */
export function variablesFor(field: GraphQLField<unknown, unknown>, idAt: IdAt): Record<string, unknown> {
  return Object.fromEntries(field.args.map((arg) => [arg.name, sample(arg.type, arg.name, idAt)]));
}

function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType | GraphQLNamedType,
  depth: number,
  above: readonly string[],
): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) {
    const members = schema
      .getPossibleTypes(named)
      .map((member) => `... on ${member.name} ${selectionOf(schema, member, depth, above)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter((field) => field.args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    // Device -> site -> devices -> site: once around is enough
    .filter((field) => !above.includes(getNamedType(field.type).name))
    .flatMap((field) => {
      if (isLeafType(getNamedType(field.type))) return [named.name === 'Query' ? '' : field.name];
      if (depth <= 1) return [];
      const inner = selectionOf(schema, field.type, depth - 1, [...above, named.name]);
      return inner === '{ __typename  }' ? [] : [aliased(named.name, field.name, inner)];
    });
  return `{ __typename ${fields.join(' ')} }`;
}

/** Members of a union may have a field of one name with different types; an alias keeps them apart. */
function aliased(type: string, field: string, inner: string): string {
  return `${field}Of${type}: ${field} ${inner}`;
}

function sample(type: GraphQLInputType, path: string, idAt: IdAt): unknown {
  if (isNonNullType(type)) return sample(type.ofType, path, idAt);
  if (isListType(type)) return [sample(type.ofType, path, idAt)];
  if (isInputObjectType(type)) {
    const entries = Object.values(type.getFields()).map((field) => [
      field.name,
      sample(field.type, `${path}.${field.name}`, idAt),
    ]);
    return Object.fromEntries(entries) as Record<string, unknown>;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return sampleScalar(getNamedType(type).name, path, idAt);
}

const texts: Readonly<Record<string, string>> = {
  email: 'somebody@new.example',
  newEmail: 'somebody@new.example',
  notificationEmail: 'somebody@new.example',
  token: 'x'.repeat(43),
  challenge: 'x'.repeat(43),
  password: 'a long enough passphrase',
  newPassword: 'a long enough passphrase',
  currentPassword: 'not the password at all',
  locale: 'en',
  phone: '+39 02 000000',
  code: '000000',
  scopes: 'device:read',
  rights: 'device:read',
  grantedRights: 'device:read',
};

function sampleScalar(scalar: string, path: string, idAt: IdAt): unknown {
  const name = path.split('.').at(-1) ?? path;
  if (name === 'idempotencyKey') return randomUUID();
  switch (scalar) {
    case 'ID':
      return idAt(path);
    case 'Int':
    case 'Float':
    case 'Count':
      return 1;
    case 'Boolean':
      return false;
    case 'DateTime':
      return '2026-01-31T12:00:00.000Z';
    case 'Date':
      return '2026-01-31';
    case 'String':
      return name === 'after' || name === 'search' ? null : (texts[name] ?? 'Text of the matrix');
    default:
      return null;
  }
}
