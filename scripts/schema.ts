/**
 * Prints each service's schema, composes them, and keeps the result in the repository: `npm run schema`.
 * `npm run schema -- --check` writes nothing and fails when a committed file is not what the code says.
 */
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billing } from '@platen/billing';
import { fleet } from '@platen/fleet';
import { identity } from '@platen/identity';
import { ordering } from '@platen/ordering';
import { type ServiceDefinition, printSubgraph } from '@platen/platform';
import { serviceTickets } from '@platen/service-tickets';
import { schemaChanges } from './schema/changes';
import { CompositionFailed, type Subgraph, compose } from './schema/compose';
import { brittleEdges } from './schema/edges';

const apps = join(__dirname, '..', 'apps');
const apiFile = join(apps, 'gateway', 'api.graphql');

const printed = <App>({ name, resolvers, orphanedTypes }: ServiceDefinition<App>): Subgraph => ({
  name,
  sdl: printSubgraph({ resolvers, ...(orphanedTypes && { orphanedTypes }) }),
});

async function main(check: boolean): Promise<boolean> {
  const subgraphs = [
    printed(identity),
    printed(fleet),
    printed(serviceTickets),
    printed(ordering),
    printed(billing),
  ];
  const { supergraph, api } = compose(subgraphs);
  const brittle = brittleEdges(subgraphs);
  for (const line of brittle) console.error(`not nullable: ${line}`);
  await showChanges(api);
  const files = new Map([
    ...subgraphs.map(({ name, sdl }) => [join(apps, name, 'schema.graphql'), sdl] as const),
    [join(apps, 'gateway', 'supergraph.graphql'), supergraph] as const,
    [apiFile, api] as const,
  ]);
  let stale = false;
  for (const [path, text] of files) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    stale = true;
    const short = path.slice(apps.length - 'apps'.length);
    console.log(check ? `not what the code says: ${short}` : `written: ${short}`);
    if (!check) writeFileSync(path, text);
  }
  if (check && stale) console.error('Run npm run schema and commit what it writes.');
  return brittle.length === 0 && !(check && stale);
}

/** Shows what the users of the graph will notice. */
async function showChanges(api: string): Promise<void> {
  if (!existsSync(apiFile)) return;
  for (const { level, message } of await schemaChanges(readFileSync(apiFile, 'utf8'), api))
    console.log(`${level}: ${message}`);
}

main(process.argv.includes('--check')).then(
  (fine) => {
    process.exitCode = fine ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof CompositionFailed ? error.message : error);
    process.exitCode = 1;
  },
);
