import { reasonOf } from '../log';
import { type Gateway, postJson } from './post-json';

/** What the gateway said to a question. */
export type Told =
  | { readonly kind: 'told'; readonly data: Record<string, unknown> }
  /** the key opens nothing (any more) */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks the gateway by GraphQL. Never throws. */
export async function ask(gateway: Gateway, body: object, signal: AbortSignal): Promise<Told> {
  try {
    const { status, text } = await postJson(gateway, body, signal);
    return read(status, text);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

function read(status: number, text: string): Told {
  const body = parse(text);
  const [error] = body.errors ?? [];
  if (status === 401 || error?.extensions?.code === 'UNAUTHENTICATED') return { kind: 'refused' };
  if (status === 200 && body.data) return { kind: 'told', data: body.data };
  return {
    kind: 'failed',
    reason: `HTTP ${status}${error?.message ? `: ${error.message.slice(0, 200)}` : ''}`,
  };
}

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message?: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

function parse(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
