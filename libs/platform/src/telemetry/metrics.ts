import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** A registry of this process with its memory, event loop and garbage collection; names begin with `platen_`. */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'platen_' });
  return registry;
}

/** Bounded on purpose: no customer, user, device or document name ever becomes a label. */
export interface OperationLabels {
  readonly type: 'query' | 'mutation' | 'none';
  /** trusted: from the manifest; open: text sent by the caller; refused: never got that far */
  readonly document: 'trusted' | 'open' | 'refused';
  readonly outcome: 'ok' | 'errors' | 'refused';
}

/** Seconds and answers of GraphQL requests. */
export interface OperationMetrics {
  observe(labels: OperationLabels, seconds: number): void;
}

/** Registers the GraphQL request histogram. Call once per registry. */
export function operationMetrics(registry: Registry): OperationMetrics {
  const seconds = new Histogram({
    name: 'platen_graphql_request_seconds',
    help: 'Time to answer a GraphQL request, by operation type, document and outcome',
    labelNames: ['type', 'document', 'outcome'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers: [registry],
  });
  return { observe: (labels, value) => seconds.observe({ ...labels }, value) };
}
