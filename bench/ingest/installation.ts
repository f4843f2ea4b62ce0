import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateServices } from '@platen/platform';
import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';
import { startEmbeddedPostgres } from '@platen/testing/embedded-postgres';
import { Client } from 'pg';
import { services, startServices } from '../gateway/services';

/** An installation with machines whose collectors may hand in readings. */
export interface IngestInstallation {
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  /** process id of PostgreSQL */
  readonly databasePid: number;
  /** key of the collector of each customer */
  readonly keys: readonly string[];
  readonly customerIds: readonly string[];
  stop(): void;
}

/** Ids that are the same in every run. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`ingest ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function deviceIdOf(device: number): string {
  return idOf(`device ${device}`);
}

export function serialOf(device: number): string {
  return `INGEST${String(device).padStart(6, '0')}`;
}

const GROUPS_PER_CUSTOMER = 5;

/** Starts a database of its own and fills it with machines of some customers, each machine in one group. */
export async function openInstallation(devices: number, customers: number): Promise<IngestInstallation> {
  const directory = mkdtempSync(join(tmpdir(), 'platen-ingest-'));
  const postgres = await startEmbeddedPostgres({ directory });
  const env = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PLATEN_URL: 'http://localhost:8080',
    PLATEN_SECRET: randomBytes(32).toString('hex'),
    DATABASE_URL: postgres.url,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '1000000000',
  };
  Object.assign(process.env, env);
  await migrateServices(services, env.DATABASE_URL, env.PLATEN_SECRET);
  const { world, keys, customerIds } = worldOf(customers);
  const { runtimes } = await startServices(['identity', 'fleet']);
  for (const { definition, app } of runtimes) await definition.load?.(app, world);
  for (const runtime of runtimes) await runtime.stop();
  await fillFleet(postgres.url, devices, customerIds, world.branches[0]?.id ?? '');
  return {
    env,
    databaseUrl: postgres.url,
    databasePid: postgres.pid,
    keys,
    customerIds,
    stop: () => {
      postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function worldOf(count: number) {
  const branch = buildBranch({ id: idOf('branch') });
  const customers = Array.from({ length: count }, (_, no) =>
    buildCustomer(branch, { id: idOf(`customer ${no}`) }),
  );
  const keys = customers.map(({ id }) => ({
    id: idOf(`key of ${id}`),
    kind: 'collector' as const,
    branchId: branch.id,
    customerId: id,
    name: 'Collector',
    key: `pk_${createHash('sha256').update(id).digest('base64url')}`,
    rights: ['telemetry:write' as const],
  }));
  return {
    world: buildWorld({ branches: [branch], customers, keys }),
    keys: keys.map(({ key }) => key),
    customerIds: customers.map(({ id }) => id),
  };
}

async function fillFleet(
  url: string,
  devices: number,
  customerIds: readonly string[],
  branchId: string,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const numbers = Array.from({ length: devices }, (_, device) => device);
  const customer = (device: number) => Math.floor((device * customerIds.length) / devices);
  await client.query(
    `insert into fleet.site (id, customer_id, branch_id, name, street, postal_code, city, country)
     select md5(c::text)::uuid, c, $2, 'Head office', 'Via Roma 1', '20121', 'Milano', 'IT' from unnest($1::uuid[]) c`,
    [customerIds, branchId],
  );
  await client.query(
    `insert into fleet.device (id, customer_id, branch_id, site_id, name, serial_number, maker, model, monitored)
     select d.id, d.customer_id, $4, md5(d.customer_id::text)::uuid, d.serial, d.serial, 'Konica Minolta', 'C4500', true
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as d (id, customer_id, serial)`,
    [
      numbers.map(deviceIdOf),
      numbers.map((device) => customerIds[customer(device)]),
      numbers.map(serialOf),
      branchId,
    ],
  );
  await client.query(
    `insert into fleet.device_group (id, customer_id, branch_id, name)
     select md5(c || ' ' || g)::uuid, c, $2, 'Group ' || g
     from unnest($1::uuid[]) c cross join generate_series(0, ${GROUPS_PER_CUSTOMER - 1}) g`,
    [customerIds, branchId],
  );
  await client.query(
    `insert into fleet.device_group_device (customer_id, group_id, device_id)
     select customer_id, md5(customer_id || ' ' || (row_number() over (order by serial_number)) % ${GROUPS_PER_CUSTOMER})::uuid, id
     from fleet.device`,
  );
  await client.query('vacuum analyze');
  await client.end();
}
