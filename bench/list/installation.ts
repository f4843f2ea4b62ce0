import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World, WorldUser } from '@platen/contracts';
import type { IdentityApp } from '@platen/identity';
import { anonymous, migrateServices } from '@platen/platform';
import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';
import { startEmbeddedPostgres } from '@platen/testing/embedded-postgres';
import { Client } from 'pg';
import { type FilledCustomer, fillFleet, fleetId } from '../fleet-data/fill-fleet';
import { SESSION_COOKIE } from '../gateway/contender';
import { services, startServices } from '../gateway/services';

/** What a person of the measured fleets sees; the floor is told, the product finds out. */
export type Sees =
  | { readonly see: 'customer'; readonly customerId: string }
  | { readonly see: 'assigned'; readonly customerId: string; readonly userId: string };

/** Somebody who asks, with a session for each connection. */
export interface Asker {
  readonly sees: Sees;
  readonly headers: readonly { readonly cookie: string }[];
}

/** One customer's fleet, with somebody who sees all of it and somebody to whom some machines are given. */
export interface MeasuredFleet extends FilledCustomer {
  readonly all: Asker;
  readonly assigned: Asker;
}

/** Fleets of several sizes in one database of its own. */
export interface ListInstallation {
  readonly env: Readonly<Record<string, string>>;
  readonly admin: Client;
  readonly fleets: readonly MeasuredFleet[];
  stop(): Promise<void>;
}

/** Machines given to the person who does not see all, spread evenly over the fleet. */
const GIVEN = 200;
const PASSWORD = 'interleaved-rounds-2026';
const BRANCH_ID = '00000000-0000-7000-8000-0000000000b1';

/** The sizes to measure: the usual ones below the greatest, and that one. */
export function sizesUpTo(devices: number): number[] {
  return [...[1_000, 10_000, 100_000].filter((size) => size < devices), devices];
}

/** Fills a database with one customer for each size; what was begun is ended where that fails. */
export async function openFleets(
  sizes: readonly number[],
  connections: number,
  say: (line: string) => void,
): Promise<ListInstallation> {
  const directory = mkdtempSync(join(tmpdir(), 'platen-list-'));
  const postgres = await startEmbeddedPostgres({ directory });
  const admin = new Client({ connectionString: postgres.url });
  const stop = async () => {
    await admin.end();
    postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
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
    await admin.connect();
    return { env, admin, fleets: await fill(admin, sizes, connections, say), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(
  admin: Client,
  sizes: readonly number[],
  connections: number,
  say: (line: string) => void,
): Promise<MeasuredFleet[]> {
  const world = worldOf(sizes);
  const { runtimes } = await startServices(['identity', 'fleet']);
  try {
    for (const { definition, app } of runtimes) await definition.load?.(app, world);
    const devices = sizes.reduce((sum, size) => sum + size, 0);
    const wanted = { devices, months: 1, readings: 1, customers: sizes, until: new Date() };
    const { customers } = await fillFleet(admin, wanted, say);
    await give(admin, world);
    const identity = runtimes.find(({ name }) => name === 'identity')?.app as IdentityApp;
    const fleets: MeasuredFleet[] = [];
    for (const customer of customers) {
      const [all, assigned] = [
        await askerOf(identity, world, customer, 'Administrator', connections),
        await askerOf(identity, world, customer, 'Member', connections),
      ];
      fleets.push({ ...customer, all, assigned });
    }
    return fleets;
  } finally {
    for (const runtime of runtimes) await runtime.stop();
  }
}

async function askerOf(
  identity: IdentityApp,
  world: World,
  customer: FilledCustomer,
  role: WorldUser['role'],
  connections: number,
): Promise<Asker> {
  const user = world.users.find((each) => each.customerId === customer.id && each.role === role);
  if (!user) throw new Error('Each customer has one person of each role.');
  const sees: Sees =
    role === 'Administrator'
      ? { see: 'customer', customerId: customer.id }
      : { see: 'assigned', customerId: customer.id, userId: user.id };
  return { sees, headers: await signIn(identity, user.email, connections) };
}

function worldOf(sizes: readonly number[]): World {
  const branch = buildBranch({ id: BRANCH_ID });
  const customers = sizes.map((_, no) => buildCustomer(branch, { id: fleetId('customer', no) }));
  const users = customers.flatMap(({ id: customerId }, no) =>
    (['Administrator', 'Member'] as const).map((role, at) => ({
      id: fleetId('device', -1 - 2 * no - at),
      branchId: branch.id,
      customerId,
      email: `${role}-${no}@customer.example`.toLowerCase(),
      password: PASSWORD,
      firstName: 'Bench',
      lastName: role,
      phone: null,
      locale: 'en' as const,
      role,
      deviceIds: [],
    })),
  );
  return buildWorld({ branches: [branch], customers, users });
}

async function give(admin: Client, { users }: World): Promise<void> {
  for (const { id, customerId } of users.filter(({ role }) => role === 'Member'))
    await admin.query(
      `insert into fleet.device_user (customer_id, user_id, device_id)
       select $1, $2, id from (
         select id, row_number() over (order by name) as at, count(*) over () as devices
         from fleet.device where customer_id = $1) d
       where at % greatest(devices / $3::int, 1) = 0`,
      [customerId, id, GIVEN],
    );
  await admin.query('analyze');
}

async function signIn(identity: IdentityApp, email: string, count: number): Promise<{ cookie: string }[]> {
  const headers: { cookie: string }[] = [];
  for (let session = 0; session < count; session++) {
    const opened = await identity.sessions.signIn(anonymous(`bench-${session}`, 'en'), {
      email,
      password: PASSWORD,
      clientAddress: null,
      userAgent: null,
    });
    if (!opened.ok || !('token' in opened.value)) throw new Error("The bench's own sign-in was refused.");
    headers.push({ cookie: `${SESSION_COOKIE}=${opened.value.token}` });
  }
  return headers;
}
