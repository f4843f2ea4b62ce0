import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isReachable, startEmbeddedPostgres } from '@platen/testing/embedded-postgres';
import type { DataDirectory } from './data-directory';

export interface Database {
  /** as a role that may create schemas and roles */
  readonly url: string;
  /** of the server we started; null when it is somebody else's */
  readonly pid: number | null;
  stop(): void;
}

/** The database named by `DATABASE_URL`, else a PostgreSQL of our own in the data folder. */
export async function startDatabase(data: DataDirectory): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, pid: null, stop: () => undefined };
  return startEmbeddedPostgres({ directory: databaseFolder(data) });
}

/** The data folder, unless root started this below a private home, where PostgreSQL's own user cannot go. */
function databaseFolder(data: DataDirectory): string {
  const own = data.folder('postgres');
  if (isReachable(own)) return own;
  const mark = createHash('sha256').update(data.path).digest('hex').slice(0, 12);
  const elsewhere = join('/var/lib/platen', mark);
  process.stdout.write(`  the database lives in ${elsewhere}: its user cannot reach ${own}\n`);
  return elsewhere;
}
