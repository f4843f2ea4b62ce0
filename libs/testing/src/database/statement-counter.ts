import { Client } from 'pg';

const CONTROL = /^\s*(begin|start transaction|commit|rollback|set |savepoint|release )/i;

/** SQL texts that a piece of work sent to PostgreSQL, transaction control left out. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const original = Client.prototype.query;
  const spied = function (this: Client, ...parameters: Parameters<typeof original>): unknown {
    const [config] = parameters as unknown as [string | { text?: string }];
    const text = typeof config === 'string' ? config : (config.text ?? '');
    if (text && !CONTROL.test(text)) statements.push(text);
    return original.apply(this, parameters);
  };
  Client.prototype.query = spied as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return statements;
}
