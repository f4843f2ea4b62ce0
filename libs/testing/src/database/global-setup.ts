import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded-postgres';

/**
 * One PostgreSQL for the run of the database tests. `TEST_DATABASE_URL` names one that runs already (a role that
 * may create databases and roles); otherwise a throw-away server is started.
 */
export default async function startServer(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  const server = await startEmbeddedPostgres({
    directory: mkdtempSync(join(tmpdir(), 'platen-test-')),
    unsafe: true,
  });
  process.env.TEST_DATABASE_URL = server.url;
  (globalThis as { stopTestPostgres?: () => void }).stopTestPostgres = server.stop;
}
