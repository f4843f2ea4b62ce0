import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Supergraph } from './engine/graph';

/** This app's folder, from `src` and from `dist`. */
const app = join(__dirname, '..');

/** Where the portal's build lies. */
export const builtPortal = join(app, '..', 'portal', 'dist');

const manifest = join(
  app,
  '..',
  '..',
  'libs',
  'graphql-client',
  'src',
  'generated',
  'persisted-documents.json',
);

/** The composed graph that `npm run schema` wrote. @throws Error when it is not there */
export function committedSupergraph(): Supergraph {
  return { sdl: read('supergraph.graphql'), api: read('api.graphql') };
}

/** The portal's documents by id; none when the portal's manifest is not there. */
export function manifestOfPortal(log: Logger): Record<string, string> {
  if (!existsSync(manifest)) {
    log.warn('the portal has no manifest of documents: npm run generate');
    return {};
  }
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(manifest, 'utf8')));
}

function read(name: string): string {
  return readFileSync(join(app, name), 'utf8');
}
