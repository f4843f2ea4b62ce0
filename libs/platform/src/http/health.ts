import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

/** One thing that a process needs before it can be of use. */
export interface HealthCheck {
  /** for the log only; strangers never see it */
  readonly name: string;
  ready(): Promise<boolean>;
}

const ANSWER_KEPT_MS = 1000;
const CHECK_LIMIT_MS = 2000;

/** Whether this process can be of use right now. Asked often, it asks its needs once a second at most. */
export class Health {
  private stopping = false;
  private last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;

  constructor(
    private readonly checks: readonly HealthCheck[],
    private readonly log: Logger,
  ) {}

  /** From now on not ready, so that a balancer sends no more (C56). */
  stop(): void {
    this.stopping = true;
  }

  /** True when everything that is needed answers. */
  async ready(): Promise<boolean> {
    if (this.stopping) return false;
    const now = performance.now();
    if (!this.last || now - this.last.at > ANSWER_KEPT_MS) this.last = { at: now, answer: this.ask() };
    return this.last.answer;
  }

  private async ask(): Promise<boolean> {
    const answers = await Promise.all(this.checks.map((check) => this.askOne(check)));
    return answers.every(Boolean);
  }

  private async askOne(check: HealthCheck): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), CHECK_LIMIT_MS);
    });
    const answer = await Promise.race([check.ready().catch(() => false), late]);
    clearTimeout(timer);
    if (!answer) this.log.warn({ need: check.name }, 'not ready');
    return answer;
  }
}

/**
 * Answers `/livez`, `/readyz` and, where a registry is given, `/metrics`.
 * @returns false when the path is none of them
 */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  health: Health,
  metrics: Registry | null,
): Promise<boolean> {
  const path = request.url?.split('?', 1)[0];
  if (path === '/livez') return answer(response, 200, 'alive');
  if (path === '/readyz')
    return (await health.ready()) ? answer(response, 200, 'ready') : answer(response, 503, 'not ready');
  if (path === '/metrics' && metrics !== null)
    return answer(response, 200, await metrics.metrics(), metrics.contentType);
  return false;
}

function answer(response: ServerResponse, status: number, body: string, type = 'text/plain'): true {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  return true;
}
