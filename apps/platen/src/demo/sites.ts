import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCollector } from '@platen/collector';
import { endWithParent } from '../supervisor/child';
import { type DemoState, demoWorldOf } from './demo-state';
import { simulatePrinters } from './simulated-printers';

/**
 * The customers' sites of the demo: their printers answer real SNMP on loopback, and a collector on each
 * customer's network polls them and reports through the gateway, as it would from outside.
 */
async function runSites(): Promise<void> {
  endWithParent();
  const state = JSON.parse(readFileSync(setting('DEMO_STATE'), 'utf8')) as DemoState;
  const world = demoWorldOf(state);
  const printers = await simulatePrinters(world, new Date(state.startedAt));
  const stop = new AbortController();
  const collectors = world.keys
    .filter((key) => key.kind === 'collector')
    .map((key) =>
      runCollector(
        {
          url: setting('PLATEN_URL'),
          key: key.key,
          targets: printers
            .filter((printer) => printer.customerId === key.customerId)
            .map((printer) => printer.url),
          spoolDirectory: join(setting('SPOOL'), key.id),
          intervalSeconds: 20,
        },
        { signal: stop.signal, log: problemsOnly },
      ),
    );
  process.once('SIGTERM', () => stop.abort());
  await Promise.all(collectors);
  for (const printer of printers) await printer.stop();
}

/** The demo's terminal belongs to its addresses and sign-ins; what goes well is not said. */
function problemsOnly(level: 'info' | 'warn' | 'error', message: string, facts?: object): void {
  if (level !== 'info')
    process.stderr.write(`${JSON.stringify({ level, app: 'collector', msg: message, ...facts })}\n`);
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the start command sets it.`);
  return value;
}

runSites().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
