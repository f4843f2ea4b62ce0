import {
  type DocumentNode,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import type { Run } from '../engine/engine';
import type { Graph } from '../engine/graph';
import { RequestRefused } from '../request/request-refused';
import { type Cost, compileCost } from './cost';
import { checkDocumentLimits, documentLimits } from './limits';
import { Recent } from './recent';

/** Most errors in one answer (threats C11). */
export const MAX_ERRORS = 9;
const OPEN_DOCUMENTS_KEPT = 1000;
/** Longer texts are read anew each time, so that the memory kept has a limit too. */
const KEPT_TEXT_LENGTH = 20_000;

/** An operation that may run: checked, priced, and planned when it first runs. */
export interface KnownOperation {
  readonly definition: OperationDefinitionNode;
  readonly cost: Cost;
  /** values of variables that the caller left out */
  readonly defaults: Readonly<Record<string, unknown>>;
  prepare(): Promise<Run>;
}

/** A document's operations by name; the only one also under ''. */
type Operations = ReadonlyMap<string, KnownOperation>;

export interface DocumentOptions {
  readonly graph: Graph;
  /** the portal's documents by id, `sha256:...` */
  readonly trusted: Readonly<Record<string, string>>;
  readonly introspection: boolean;
}

/** All documents that this gateway has seen and may run. Nothing in here depends on who asks. */
export class Documents {
  private readonly trusted = new Map<string, Operations>();
  private readonly open = new Recent<Operations | RequestRefused>(OPEN_DOCUMENTS_KEPT);
  /** trusted documents that the graph does not know (any more), with the reason */
  readonly broken: ReadonlyMap<string, string>;

  constructor(private readonly options: DocumentOptions) {
    const broken = new Map<string, string>();
    for (const [id, text] of Object.entries(options.trusted)) {
      try {
        this.trusted.set(id, this.check(parse(text)));
      } catch (error) {
        broken.set(id, error instanceof Error ? error.message : String(error));
      }
    }
    this.broken = broken;
  }

  /** @throws RequestRefused for an id that is not in the manifest */
  findTrusted(id: string, operationName: string | null): KnownOperation {
    const operations = this.trusted.get(id);
    if (!operations)
      throw new RequestRefused(400, 'DOCUMENT_NOT_FOUND', 'This document id is not known here.');
    return pick(operations, operationName);
  }

  /** @throws RequestRefused for a text that is no document, breaks a limit or does not fit the graph */
  findOpen(text: string, operationName: string | null): KnownOperation {
    const known = this.open.get(text) ?? this.read(text);
    if (text.length <= KEPT_TEXT_LENGTH) this.open.set(text, known);
    if (known instanceof RequestRefused) throw known;
    return pick(known, operationName);
  }

  private read(text: string): Operations | RequestRefused {
    try {
      const document = parseLimited(text);
      checkDocumentLimits(document);
      return this.check(document);
    } catch (error) {
      if (error instanceof RequestRefused) return error;
      throw error;
    }
  }

  private check(document: DocumentNode): Operations {
    const { graph, introspection } = this.options;
    const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    const options = { maxErrors: MAX_ERRORS - 1, hideSuggestions: !introspection };
    const errors = validate(graph.schema, document, rules, options);
    const [first] = errors;
    if (first) {
      const formatted = errors.slice(0, MAX_ERRORS).map(({ message, locations }) => ({ message, locations }));
      throw new RequestRefused(400, 'GRAPHQL_VALIDATION_FAILED', first.message, { errors: formatted });
    }
    const operations = new Map<string, KnownOperation>();
    const definitions = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    for (const definition of definitions) {
      const operation = this.known(document, definition);
      operations.set(definition.name?.value ?? '', operation);
      if (definitions.length === 1) operations.set('', operation);
    }
    return operations;
  }

  private known(document: DocumentNode, definition: OperationDefinitionNode): KnownOperation {
    const { graph } = this.options;
    let run: Promise<Run> | undefined;
    return {
      definition,
      cost: compileCost(graph.schema, document, definition),
      defaults: defaultsOf(definition),
      prepare: () => {
        run ??= graph.prepare({ document, definition }).catch((error: unknown) => {
          run = undefined;
          throw error;
        });
        return run;
      },
    };
  }
}

function pick(operations: Operations, name: string | null): KnownOperation {
  const operation = operations.get(name ?? '');
  if (!operation)
    throw new RequestRefused(400, 'OPERATION_NOT_FOUND', 'Say which operation of the document to run.');
  if (operation.definition.operation === OperationTypeNode.SUBSCRIPTION)
    throw new RequestRefused(400, 'OPERATION_NOT_FOUND', 'Subscriptions are not served here.');
  return operation;
}

function parseLimited(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: documentLimits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (/ more (than|that) \d+ tokens/.test(error.message)) {
      const message = `At most ${documentLimits.tokens} tokens are allowed.`;
      return refuse(new RequestRefused(400, 'DOCUMENT_TOO_LONG', message));
    }
    const errors = [{ message: error.message, locations: error.locations }];
    return refuse(new RequestRefused(400, 'GRAPHQL_PARSE_FAILED', error.message, { errors }));
  }
}

function refuse(refusal: RequestRefused): never {
  throw refusal;
}

function defaultsOf(definition: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of definition.variableDefinitions ?? [])
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  return defaults;
}
