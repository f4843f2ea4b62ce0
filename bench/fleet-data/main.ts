import 'reflect-metadata';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fleet } from '@platen/fleet';
import { migrateServices } from '@platen/platform';
import { startEmbeddedPostgres } from '@platen/testing/embedded-postgres';
import { Client } from 'pg';
import { fillFleet } from './fill-fleet';

/**
 * Fills a database of its own with a fleet and says how long each step took; the database stays in the folder.
 * `node --require @swc-node/register bench/fleet-data/main.ts [--devices N] [--months M] [--readings R] [--folder F]`
 */
async function main(args: readonly string[]): Promise<void> {
  const after = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
  const directory = after('--folder') ?? mkdtempSync(join(tmpdir(), 'platen-fleet-data-'));
  mkdirSync(directory, { recursive: true });
  const postgres = await startEmbeddedPostgres({ directory });
  await migrateServices([fleet], postgres.url, 'only-for-measuring-0123456789-0123456789');
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const size = {
    devices: Number(after('--devices') ?? 1_000_000),
    months: Number(after('--months') ?? 12),
    readings: Number(after('--readings') ?? 50_000_000),
    until: new Date(),
  };
  const filled = await fillFleet(client, size, (line) => process.stderr.write(`${line}\n`));
  await client.end();
  postgres.stop();
  process.stdout.write(`${JSON.stringify({ directory, ...filled })}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
