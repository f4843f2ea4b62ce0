import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type PlatformEnv, platformEnvSchema, readEnv } from '@platen/platform';
import type { RunFile } from '../supervisor/run-file';

/**
 * The settings of an installation: the environment first, then what its start command left in the data folder.
 * @throws SettingsError when something is missing in both
 */
export function readKeptEnv(dataFolder: string): PlatformEnv {
  const folder = resolve(dataFolder);
  const kept: NodeJS.ProcessEnv = {};
  const secret = join(folder, 'secret');
  if (existsSync(secret)) kept.PLATEN_SECRET = readFileSync(secret, 'utf8').trim();
  const run = join(folder, 'run.json');
  if (existsSync(run)) {
    const { addresses, internal } = JSON.parse(readFileSync(run, 'utf8')) as RunFile;
    kept.PLATEN_URL = addresses.portal;
    if (internal.database) kept.DATABASE_URL = internal.database;
    if (internal.smtp) kept.SMTP_URL = internal.smtp;
  }
  return readEnv(platformEnvSchema, { ...kept, ...process.env });
}
