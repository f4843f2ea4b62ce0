import { Pool } from 'undici';
import type { Logger } from 'pino';
import type { Actor } from '../actor/actor';
import { signActor } from '../actor/actor-token';
import type { ServiceName } from '../service';
import { Breaker } from './breaker';

/** Longest wait for another process of the product (threats C55). */
export const SERVICE_CALL_LIMIT_MS = 3000;
/** Largest answer that is read. */
const ANSWER_LIMIT_BYTES = 16 * 1024 * 1024;

/** Another process could not be asked, or did not answer in time. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
}

export interface ServiceClientOptions {
  readonly service: ServiceName;
  /** base address of the process that serves it */
  readonly url: string;
  readonly secret: string;
  readonly log: Logger;
  readonly limitMs?: number;
}

export interface ServiceCall {
  readonly path: string;
  readonly actor: Actor;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** may be sent a second time when a kept connection turns out to be closed: never for mutations */
  readonly repeatable: boolean;
}

/** Speaks to one service in another process: kept connections, signed token, time-out, breaker. */
export class ServiceClient {
  private readonly pool: Pool;
  private readonly breaker = new Breaker();
  /** a token lives as long as the actor of one request: seconds of its 60 */
  private readonly tokens = new WeakMap<Actor, Promise<string>>();

  constructor(private readonly options: ServiceClientOptions) {
    this.pool = new Pool(options.url, {
      connections: 64,
      keepAliveTimeout: 30_000,
      connect: { timeout: options.limitMs ?? SERVICE_CALL_LIMIT_MS },
      maxResponseSize: ANSWER_LIMIT_BYTES,
    });
  }

  /** @returns the parsed JSON answer. @throws ServiceUnavailable for anything else, 401 included */
  async post(call: ServiceCall): Promise<unknown> {
    const { service, log } = this.options;
    if (!this.breaker.mayTry()) throw new ServiceUnavailable(`${service} is not asked right now.`);
    try {
      const answer = await this.send(call);
      this.breaker.succeeded();
      return answer;
    } catch (cause) {
      // The caller gave up: that says nothing about the service.
      if (!call.signal?.aborted) this.breaker.failed();
      log.warn({ err: cause, service, requestId: call.actor.requestId }, 'a service could not be asked');
      throw new ServiceUnavailable(`${service} could not be asked.`, { cause });
    }
  }

  /** True when the other process says that it is ready. */
  async ready(): Promise<boolean> {
    const { statusCode, body } = await this.pool.request({ path: '/readyz', method: 'GET' });
    await body.dump();
    return statusCode === 200;
  }

  async stop(): Promise<void> {
    await this.pool.close();
  }

  private async send(call: ServiceCall): Promise<unknown> {
    const limit = AbortSignal.timeout(this.options.limitMs ?? SERVICE_CALL_LIMIT_MS);
    const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
    const request = {
      path: call.path,
      method: 'POST' as const,
      headers: {
        ...call.headers,
        'content-type': 'application/json',
        authorization: `Bearer ${await this.tokenFor(call.actor)}`,
        'x-request-id': call.actor.requestId,
      },
      body: call.body,
      signal,
    };
    const response = await this.pool.request(request).catch((error: unknown) => {
      if (call.repeatable && isClosedConnection(error)) return this.pool.request(request);
      throw error;
    });
    const text = await response.body.text();
    if (response.statusCode === 401)
      throw new Error('The service refused our token: is PLATEN_SECRET the same?');
    if (response.statusCode >= 500) throw new Error(`The service answered ${response.statusCode}.`);
    return JSON.parse(text);
  }

  private tokenFor(actor: Actor): Promise<string> {
    let token = this.tokens.get(actor);
    if (!token) {
      token = signActor(actor, this.options.service, this.options.secret);
      this.tokens.set(actor, token);
    }
    return token;
  }
}

function isClosedConnection(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}
