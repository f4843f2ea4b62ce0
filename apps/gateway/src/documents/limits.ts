import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type RefusalCode, RequestRefused } from '../request/request-refused';

/** What an open document may be (threats C11). The manifest's documents are ours and are not measured. */
export const documentLimits = {
  tokens: 2000,
  depth: 10,
  aliases: 30,
  mutationRootFields: 10,
  /** sign-in, reset and guest fields in one document: guessing by aliases */
  attempts: 1,
  /** selections after fragments are spread: what planning and projection have to walk */
  selections: 2000,
  /** items of one list written in the document */
  listItems: 250,
} as const;

/**
 * Fields that can be used to guess a secret: a password, a code, a link's token, who has an account. Without an
 * argument nothing can be guessed, so reading whether somebody has a second factor counts for nothing.
 */
const ATTEMPT =
  /^(signIn|completeSignIn|guest|apply|invitationFor|eraseMyAccount|(confirm|undo|request).*Email|.*(Password|Invitation|GuestCode|SecondFactor|RecoveryCode|Authenticator|Passkey))/;
const INTROSPECTION = new Set(['__schema', '__type']);

/** Sizes of a selection set with all fragments spread; numbers only, so spreading a fragment often costs nothing. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
  /** fields directly in this selection set */
  readonly fields: number;
  readonly attempts: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, selections: 0, fields: 0, attempts: 0 };
const ENDLESS: Size = { ...NOTHING, depth: Number.POSITIVE_INFINITY };

/** @throws RequestRefused for the first limit that a document breaks. Runs before validation, in linear time */
export function checkDocumentLimits(document: DocumentNode): void {
  const measure = measurer(document);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      checkOperation(definition, measure(definition.selectionSet));
  }
  visit(document, {
    ListValue: (node) =>
      atMost('LIST_TOO_LONG', 'items in one list', node.values.length, documentLimits.listItems),
  });
}

function checkOperation(operation: OperationDefinitionNode, size: Size): void {
  const limits = documentLimits;
  atMost('DOCUMENT_TOO_DEEP', 'levels of fields', size.depth, limits.depth);
  atMost('TOO_MANY_ALIASES', 'aliases', size.aliases, limits.aliases);
  atMost('DOCUMENT_TOO_LONG', 'fields with fragments spread', size.selections, limits.selections);
  atMost('TOO_MANY_ATTEMPTS', 'sign-in, reset or guest fields', size.attempts, limits.attempts);
  if (operation.operation === OperationTypeNode.MUTATION)
    atMost('TOO_MANY_ROOT_FIELDS', 'mutations in one request', size.fields, limits.mutationRootFields);
}

function atMost(code: RefusalCode, what: string, actual: number, limit: number): void {
  if (actual > limit) throw new RequestRefused(400, code, `At most ${limit} ${what} are allowed.`);
}

function measurer(document: DocumentNode): (selectionSet: SelectionSetNode) => Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Size>();

  const fragment = (name: string): Size => {
    const known = measured.get(name);
    if (known) return known;
    const definition = fragments.get(name);
    if (!definition) return NOTHING;
    // While it is being measured, a fragment that contains itself has no end.
    measured.set(name, ENDLESS);
    const size = selections(definition.selectionSet);
    measured.set(name, size);
    return size;
  };

  const selections = (selectionSet: SelectionSetNode): Size => {
    let sum = NOTHING;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) sum = beside(sum, fragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum = beside(sum, selections(selection.selectionSet));
      else {
        const name = selection.name.value;
        const inner = selection.selectionSet ? selections(selection.selectionSet) : NOTHING;
        sum = beside(sum, {
          // The schema's own description is deeper than data and only answered outside production.
          depth: INTROSPECTION.has(name) ? 1 : inner.depth + 1,
          aliases: inner.aliases + (selection.alias ? 1 : 0),
          selections: inner.selections + 1,
          fields: 1,
          attempts: inner.attempts + (isAttempt(selection) ? 1 : 0),
        });
      }
    }
    return sum;
  };
  return selections;
}

function isAttempt({ name, arguments: given }: FieldNode): boolean {
  return given !== undefined && given.length > 0 && ATTEMPT.test(name.value);
}

function beside(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    selections: one.selections + other.selections,
    fields: one.fields + other.fields,
    attempts: one.attempts + other.attempts,
  };
}
