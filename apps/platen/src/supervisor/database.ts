import { startEmbeddedPostgres } from '@platen/testing/embedded-postgres';
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
  return startEmbeddedPostgres({ directory: data.folder('postgres') });
}
