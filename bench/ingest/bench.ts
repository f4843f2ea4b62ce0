import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Pool as Connections } from 'pg';
import { Pool } from 'undici';
import type { Goal, Measurement, Row, Settings } from '../harness/bench';
import { cpuMsOfTree } from '../harness/process-cpu';
import { serve } from '../harness/serve';
import { median, percentile } from '../harness/statistics';
import { copyText } from './copy-text';
import { type IngestInstallation, deviceIdOf, openInstallation } from './installation';
import {
  type Batch,
  type MeterOf,
  READINGS_PER_REQUEST,
  batchesOf,
  bodyOf,
  columnsOf,
  copyOf,
  kinds,
} from './uploads';

/** Requests under way at once, and connections of the statement alone. */
const CONNECTIONS = 4;
const CUSTOMERS = 4;
/** Readings into an empty table would say little: its index has no depth. */
const full = { devices: 4000, before: 200, batches: 200 };
const small = { devices: 400, before: 8, batches: 20 };

const goals: Readonly<Record<string, Goal>> = {
  rate_platen_over_copy: { bound: 0.3, better: 'higher' },
  rate_statement_over_copy: { bound: 0.45, better: 'higher' },
  replay_wal_bytes_per_reading: { bound: 1, better: 'lower' },
};

/**
 * Taking in counter readings: `platen` is the whole way through the gateway, with meters, cases and months of devices,
 * groups and customers kept; `statement` the bare idempotent insert, nothing else; `copy` the floor, COPY text into the
 * same table, one stream. CPU counts the contender's own processes and PostgreSQL; figures are for one reading.
 */
export async function measure(
  { rounds }: Settings,
  say: (line: string) => void,
  args: readonly string[] = [],
): Promise<Measurement> {
  const size = args.includes('--small') ? small : full;
  const installation = await openInstallation(size.devices, CUSTOMERS);
  try {
    return await new IngestRun(installation, size, say).run(rounds);
  } finally {
    installation.stop();
  }
}

interface Sample {
  readonly cpuMsPerOp: number;
  readonly ratePerS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

class IngestRun {
  /** batches handed out so far: each contender gets new ones, all of one sequence */
  private used = 0;
  private readonly begin = new Date(Date.now() - 60 * 86_400_000);

  constructor(
    private readonly installation: IngestInstallation,
    private readonly size: typeof full,
    private readonly say: (line: string) => void,
  ) {}

  async run(rounds: number): Promise<Measurement> {
    const { databaseUrl, env } = this.installation;
    const server = await serve({
      name: 'platen',
      script: join(__dirname, '..', 'gateway', 'platen.ts'),
      env,
    });
    const admin = new Client({ connectionString: databaseUrl });
    await admin.connect();
    await admin.query('set search_path = fleet');
    const statement = new Connections({
      connectionString: databaseUrl,
      max: CONNECTIONS,
      options: '-c search_path=fleet',
    });
    try {
      this.say('filling');
      await this.platen(server.url, server.pid, this.batches(this.size.before));
      const meterOf = await metersOf(admin);
      await admin.query('vacuum analyze');
      const samples = { copy: [] as Sample[], statement: [] as Sample[], platen: [] as Sample[] };
      const replays: number[] = [];
      for (let round = 1; round <= rounds; round++) {
        this.say(`round ${round} of ${rounds}`);
        samples.copy.push(await this.copy(admin, this.batches(this.size.batches), meterOf));
        samples.statement.push(await this.statement(statement, this.batches(this.size.batches), meterOf));
        const batches = this.batches(this.size.batches);
        samples.platen.push(await this.platen(server.url, server.pid, batches));
        replays.push(await this.replay(admin, server.url, batches));
      }
      const rows: Row[] = Object.entries(samples).map(([contender, all]) => ({
        contender,
        op: 'reading',
        ...medians(all),
      }));
      return { rows, ratios: ratiosOf(rows, samples, median(replays)), goals };
    } finally {
      await statement.end();
      await admin.end();
      await server.stop();
    }
  }

  private batches(count: number): Batch[] {
    const batches = batchesOf(count, this.used, this.size.devices, CUSTOMERS, this.begin);
    this.used += count;
    return batches;
  }

  private async copy(client: Client, batches: readonly Batch[], meterOf: MeterOf): Promise<Sample> {
    const text = batches.map((batch) => copyOf(batch, this.customerOf(batch), meterOf)).join('');
    return this.timed(process.pid, batches.length, async (note) => {
      const begun = performance.now();
      await copyText(
        client,
        'copy meter_read (customer_id, meter_id, read_at, value, source, confidence) from stdin',
        text,
      );
      note(performance.now() - begun);
    });
  }

  private async statement(pool: Connections, batches: readonly Batch[], meterOf: MeterOf): Promise<Sample> {
    const prepared = batches.map((batch) => columnsOf(batch, this.customerOf(batch), meterOf));
    return this.timed(process.pid, batches.length, (note) =>
      inParallel(prepared, async (values) => {
        const begun = performance.now();
        await pool.query({ name: 'insert', text: INSERT_ALONE, values });
        note(performance.now() - begun);
      }),
    );
  }

  private async platen(url: string, pid: number, batches: readonly Batch[]): Promise<Sample> {
    const requests = batches.map((batch) => ({ batch, body: bodyOf(batch, keyOf(batch)) }));
    const pool = new Pool(url, { connections: CONNECTIONS });
    const sample = await this.timed(pid, batches.length, (note) =>
      inParallel(requests, async ({ batch, body }) => {
        const begun = performance.now();
        await this.send(pool, batch, body, `"acceptedReads":${READINGS_PER_REQUEST}`);
        note(performance.now() - begun);
      }),
    );
    await pool.destroy();
    return sample;
  }

  /** Sends what was accepted once more, under the same keys. @returns bytes of write-ahead log for each reading */
  private async replay(admin: Client, url: string, batches: readonly Batch[]): Promise<number> {
    const position = async () =>
      Number(
        (await admin.query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0' as at`)).rows[0]?.at,
      );
    const pool = new Pool(url, { connections: CONNECTIONS });
    const before = await position();
    await inParallel(batches, (batch) =>
      this.send(pool, batch, bodyOf(batch, keyOf(batch)), `"acceptedReads":${READINGS_PER_REQUEST}`),
    );
    const written = (await position()) - before;
    await pool.destroy();
    return written / (batches.length * READINGS_PER_REQUEST);
  }

  private async send(pool: Pool, batch: Batch, body: string, wanted: string): Promise<void> {
    const response = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${this.installation.keys[batch.customer]}`,
      },
      body,
    });
    const text = await response.body.text();
    if (response.statusCode !== 200 || !text.includes(wanted))
      throw new Error(`${response.statusCode} ${text.slice(0, 500)}`);
  }

  private customerOf({ customer }: Batch): string {
    return this.installation.customerIds[customer] ?? '';
  }

  /** Time and CPU of some work, PostgreSQL's included, for one reading. */
  private async timed(
    pid: number,
    batches: number,
    work: (note: (ms: number) => void) => Promise<void>,
  ): Promise<Sample> {
    const latencies: number[] = [];
    const cpu = () => cpuMsOfTree(this.installation.databasePid) + cpuMsOfTree(pid);
    const [cpuBefore, begun] = [cpu(), performance.now()];
    await work((ms) => latencies.push(ms));
    const readings = batches * READINGS_PER_REQUEST;
    return {
      cpuMsPerOp: (cpu() - cpuBefore) / readings,
      ratePerS: (readings / (performance.now() - begun)) * 1000,
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
    };
  }
}

/** The product's insert without anything that follows from it. */
const INSERT_ALONE = `
  insert into meter_read (customer_id, meter_id, read_at, value, source, confidence)
  select $1::uuid, meter_id, $3::timestamptz, value, 'device', 'measured'
  from unnest($2::uuid[], $4::bigint[]) as r (meter_id, value) on conflict do nothing`;

const keys = new Map<Batch, string>();

/** The same key for the same batch. */
function keyOf(batch: Batch): string {
  const key = keys.get(batch) ?? randomUUID();
  keys.set(batch, key);
  return key;
}

async function metersOf(admin: Client): Promise<MeterOf> {
  const { rows } = await admin.query<{ id: string; device_id: string; kind: string }>(
    'select id, device_id, kind from meter',
  );
  const ids = new Map(rows.map(({ id, device_id, kind }) => [`${device_id} ${kind}`, id]));
  const deviceIds = new Map<number, string>();
  return (device, kind) => {
    const deviceId = deviceIds.get(device) ?? deviceIdOf(device);
    deviceIds.set(device, deviceId);
    const id = ids.get(`${deviceId} ${kinds[kind]}`);
    if (!id)
      throw new Error(`Machine ${device} has no counter ${kinds[kind]}: fill at least one turn first.`);
    return id;
  };
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
}

function medians(samples: readonly Sample[]): Sample {
  const of = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
  return { cpuMsPerOp: of('cpuMsPerOp'), ratePerS: of('ratePerS'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms') };
}

type Samples = Readonly<Record<'copy' | 'statement' | 'platen', readonly Sample[]>>;

/** Rates are compared round by round: what else the machine did hit all of a round. */
function ratiosOf(rows: readonly Row[], samples: Samples, replayBytes: number): Record<string, number> {
  const cpu = (contender: string) =>
    rows.find((row) => row.contender === contender)?.cpuMsPerOp ?? Number.NaN;
  const rate = (contender: 'statement' | 'platen') =>
    median(
      samples[contender].map(
        (sample, round) => sample.ratePerS / (samples.copy[round]?.ratePerS ?? Number.NaN),
      ),
    );
  return {
    rate_platen_over_copy: rate('platen'),
    rate_statement_over_copy: rate('statement'),
    cpu_copy_over_platen: cpu('copy') / cpu('platen'),
    cpu_copy_over_statement: cpu('copy') / cpu('statement'),
    cpu_us_per_reading_platen: cpu('platen') * 1000,
    cpu_us_per_reading_copy: cpu('copy') * 1000,
    replay_wal_bytes_per_reading: replayBytes,
  };
}
