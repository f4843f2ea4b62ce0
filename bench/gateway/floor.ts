/**
 * The floor: the same resolvers in one schema, compiled by graphql-jit behind node:http, with the same session check.
 * No federation, no limits, no metrics, no masking: what the same answers cost at least.
 */
import { createContext } from '@platen/platform';
import { type DocumentNode, parse } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { listen, readJson, ready, sessionCheck } from './contender';
import { oneSchema } from './one-schema';
import { startServices } from './services';

void (async () => {
  const { log, runtimes } = await startServices();
  const schema = oneSchema(runtimes.map((runtime) => runtime.schema()));
  const whoAsks = sessionCheck(runtimes);
  const compiled = new Map<string, CompiledQuery>();
  const compile = (query: string): CompiledQuery => {
    const document: DocumentNode = parse(query);
    const made = compileQuery(schema, document);
    if (!isCompiledQuery(made)) throw new Error(`graphql-jit does not know this: ${JSON.stringify(made)}`);
    compiled.set(query, made);
    return made;
  };
  // Most reads are fleet's: they share one transaction, as each service's do in the product.
  const fleet = runtimes.find(({ name }) => name === 'fleet');
  if (!fleet) throw new Error('The floor needs fleet.');
  const { url } = await listen(async (request, response) => {
    const actor = await whoAsks(request.headers.cookie);
    const { query, variables } = (await readJson(request)) as { query: string; variables: object };
    const context = createContext({ actor, log, clientAddress: null });
    const run = compiled.get(query) ?? compile(query);
    const result = await fleet.work.sharedReads(async () => run.query(undefined, context, variables));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(result));
  });
  ready(url);
})();
