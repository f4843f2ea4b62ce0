import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Actor, type OperationLabels, type OperationMetrics, requestIdOf } from '@platen/platform';
import { type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import { type Documents, type KnownOperation, MAX_ERRORS } from '../documents/documents';
import type { RunResult } from '../engine/engine';
import {
  BODY_LIMIT_BYTES,
  type GraphqlRequest,
  TELEMETRY_BODY_LIMIT_BYTES,
  checkListLengths,
  parseBody,
  readBody,
} from './body';
import type { ClientAddress } from './client-address';
import type { RateLimits } from './rate-limits';
import { RequestRefused } from './request-refused';
import { type Answer, faultAnswer, refusalAnswer, writeAnswer } from './respond';
import type { SessionCookie } from './session-cookie';
import { type Caller, type Who } from './who';

/** Longest time for one request (threats C11). */
export const REQUEST_LIMIT_MS = 10_000;
/** Most items of a list in the variables: C11 for people, and a collector's columns. */
export const LIST_LIMIT = 250;
export const TELEMETRY_LIST_LIMIT = 1000;
/** What an open document may cost (threats C11). */
export const costLimits = { anonymous: 1000, user: 5000, key: 10_000 } as const;

export interface GraphqlRouteOptions {
  readonly documents: Documents;
  readonly who: Who;
  readonly limits: Pick<RateLimits, 'countCost'>;
  readonly clientAddress: ClientAddress;
  readonly cookie: SessionCookie;
  readonly checkOrigin: (headers: IncomingMessage['headers']) => void;
  readonly openDocuments: 'everyone' | 'keys';
  /** on every answer, beside those of the API */
  readonly headers: Readonly<Record<string, string>>;
  readonly metrics: OperationMetrics;
  readonly log: Logger;
  readonly limitMs?: number;
}

interface Outcome {
  readonly answer: Answer;
  readonly labels: OperationLabels;
}

/** Answers POST /graphql: checks, finds out who asks, runs one operation, turns a session change into a cookie. */
export function graphqlRoute(options: GraphqlRouteOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    const requestId = requestIdOf(request.headers['x-request-id']);
    const { answer, labels } = await new RequestRun(options, request, response, requestId)
      .run()
      .catch((error: unknown): Outcome => {
        const refused: OperationLabels = { type: 'none', document: 'refused', outcome: 'refused' };
        if (error instanceof RequestRefused)
          return { answer: refusalAnswer(error, requestId), labels: refused };
        options.log.error({ err: error, requestId }, 'a request failed');
        return { answer: faultAnswer(requestId), labels: { ...refused, outcome: 'errors' } };
      });
    writeAnswer(request, response, answer, { ...options.headers, 'x-request-id': requestId });
    options.metrics.observe(labels, (performance.now() - started) / 1000);
  };
}

/** One request on its way. */
class RequestRun {
  constructor(
    private readonly options: GraphqlRouteOptions,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly requestId: string,
  ) {}

  async run(): Promise<Outcome> {
    const { checkOrigin, clientAddress: addressOf, who } = this.options;
    checkTransport(this.request);
    checkOrigin(this.request.headers);
    const clientAddress = addressOf(this.request);
    const caller = await who(this.request, this.requestId, clientAddress);
    const telemetry = caller.actor.rights.has('telemetry:write');
    const text = await readBody(this.request, telemetry ? TELEMETRY_BODY_LIMIT_BYTES : BODY_LIMIT_BYTES);
    const asked = parseBody(text);
    checkListLengths(asked.variables, telemetry ? TELEMETRY_LIST_LIMIT : LIST_LIMIT);
    const operation = this.find(asked, caller.actor);
    const variables = { ...operation.defaults, ...asked.variables };
    const extensions = await this.checkCost(asked, operation, variables, caller.actor);
    const result = await this.execute(operation, variables, caller.actor, clientAddress);
    const document = 'text' in asked.document ? 'open' : 'trusted';
    const type = operation.definition.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query';
    const outcome = result.errors.length > 0 ? 'errors' : 'ok';
    return { answer: this.answer(result, caller, extensions), labels: { type, document, outcome } };
  }

  private find(asked: GraphqlRequest, actor: Actor): KnownOperation {
    const { documents, openDocuments } = this.options;
    if ('id' in asked.document) return documents.findTrusted(asked.document.id, asked.operationName);
    if (openDocuments === 'keys' && actor.kind !== 'partner' && actor.kind !== 'collector')
      throw new RequestRefused(400, 'DOCUMENT_NOT_TRUSTED', "Only the portal's own documents run here.");
    return documents.findOpen(asked.document.text, asked.operationName);
  }

  /**
   * Open documents are held to a ceiling each; the portal's own are known to be fit. A key with a limit of its own
   * pays for both.
   */
  private async checkCost(
    asked: GraphqlRequest,
    operation: KnownOperation,
    variables: Record<string, unknown>,
    actor: Actor,
  ): Promise<object | undefined> {
    const isOpen = 'text' in asked.document;
    if (!isOpen && !actor.limits?.cost) return undefined;
    const cost = { requested: operation.cost(variables), limit: costLimitOf(actor) };
    if (isOpen && cost.requested > cost.limit) {
      const message = `This operation costs ${cost.requested}; at most ${cost.limit} is allowed. Ask for smaller pages.`;
      throw new RequestRefused(400, 'COST_TOO_HIGH', message, { extensions: { cost } });
    }
    await this.options.limits.countCost(actor, cost.requested);
    return isOpen ? { cost } : undefined;
  }

  /** Ends after 10 s, or when the caller has gone; what is still under way in the services is told so. */
  private async execute(
    operation: KnownOperation,
    variables: Record<string, unknown>,
    actor: Actor,
    clientAddress: string | null,
  ): Promise<RunResult> {
    const gone = new AbortController();
    const giveUp = () => gone.abort();
    this.response.once('close', giveUp);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        giveUp();
        reject(new RequestRefused(504, 'REQUEST_TIMEOUT', 'The request took longer than 10 s.'));
      }, this.options.limitMs ?? REQUEST_LIMIT_MS);
    });
    try {
      const run = operation
        .prepare()
        .then((prepared) => prepared({ variables, actor, clientAddress, signal: gone.signal }));
      return await Promise.race([run, late]);
    } finally {
      clearTimeout(timer);
      this.response.off('close', giveUp);
    }
  }

  private answer(result: RunResult, caller: Caller, extensions: object | undefined): Answer {
    const { cookie } = this.options;
    const session = result.session ?? (caller.staleCookie ? { token: null } : null);
    const errors: readonly GraphQLFormattedError[] = result.errors.slice(0, MAX_ERRORS);
    return {
      // Without data nothing ran: the variables did not fit.
      status: result.data === undefined ? 400 : 200,
      ...(session && { headers: { 'set-cookie': cookie.write(session) } }),
      body: {
        ...(result.data !== undefined && { data: result.data }),
        ...(errors.length > 0 && { errors }),
        ...(extensions && { extensions: { ...extensions } }),
      },
    };
  }
}

/** Only what a page of another site cannot send without asking first (threats C12). */
function checkTransport({ method, headers }: IncomingMessage): void {
  if (method !== 'POST')
    throw new RequestRefused(405, 'METHOD_NOT_ALLOWED', 'Use POST.', { headers: { allow: 'POST' } });
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new RequestRefused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json.');
}

/** What one document of this actor may cost: never more than its key may spend in a minute. */
function costLimitOf({ kind, limits }: Actor): number {
  if (kind === 'anonymous' || kind === 'guest') return costLimits.anonymous;
  if (kind !== 'partner' && kind !== 'collector') return costLimits.user;
  return Math.min(costLimits.key, limits?.cost ?? costLimits.key);
}
