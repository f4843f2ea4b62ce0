import type { World } from '@platen/contracts';
import { fleet } from '@platen/fleet';
import { ordering } from '@platen/ordering';
import { type AnyService, createLogger, startService } from '@platen/platform';
import { demoStateFile, demoWorldOf } from '../src/demo/demo-state';
import { DataDirectory } from '../src/supervisor/data-directory';
import type { Installation } from './installation';

/** The world of a running demo. @throws Error where it has none */
export function demoOf(platen: Installation): World {
  const state = new DataDirectory(platen.folder).readJson<Parameters<typeof demoWorldOf>[0]>(demoStateFile);
  if (!state) throw new Error('The demo has no state file.');
  return demoWorldOf(state);
}

/** Adds to the world of a running demo what a test needs beside it. */
export async function loadMore(platen: Installation, world: World): Promise<void> {
  const env = {
    DATABASE_URL: platen.run().internal.database ?? '',
    PLATEN_SECRET: new DataDirectory(platen.folder).secret(),
    DATABASE_POOL: 2,
  };
  for (const definition of [fleet, ordering] as readonly AnyService[]) {
    const runtime = await startService(definition, {
      env,
      log: createLogger('e2e', 'silent'),
      publicUrl: platen.url,
      deviceAccess: {
        scopeOf: () => Promise.reject(new Error('Loading data asks nobody for device access.')),
      },
    });
    await definition.load?.(runtime.app, world);
    await runtime.stop();
  }
}
