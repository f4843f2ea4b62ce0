import { type ServiceDefinition, createLogger, startService } from '@platen/platform';
import { readKeptEnv } from '../doctor/kept-settings';

/** Why an installation cannot do this, in words for whoever typed the command. */
export class InstallationError extends Error {
  override readonly name = 'InstallationError';
}

/** PostgreSQL's words for a database on which `platen migrate` has not run, or not with this secret. */
const UNPREPARED = new Set(['42P01', '3F000', '28P01', '28000']);
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);

/**
 * Does something with a service's use cases on the database of the environment or the data folder.
 * @throws InstallationError when that database does not answer or is not prepared
 */
export async function withService<App, T>(
  definition: ServiceDefinition<App>,
  data: string,
  act: (app: App) => Promise<T>,
): Promise<T> {
  const env = readKeptEnv(data);
  try {
    const runtime = await startService(definition, {
      env: { ...env, DATABASE_POOL: 2 },
      log: createLogger('installation', 'warn'),
      publicUrl: env.PLATEN_URL,
      deviceAccess: { scopeOf: () => Promise.reject(new Error('Commands ask nobody for device access.')) },
    });
    return await act(runtime.app).finally(() => runtime.stop());
  } catch (error) {
    const code = typeof error === 'object' && error && 'code' in error ? String(error.code) : '';
    if (UNREACHABLE.has(code))
      throw new InstallationError(
        'The database does not answer. Is it running, and does DATABASE_URL name it?',
      );
    if (UNPREPARED.has(code))
      throw new InstallationError('The database is not prepared for this PLATEN_SECRET. Run: platen migrate');
    throw error;
  }
}
