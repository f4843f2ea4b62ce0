import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fleet } from '@platen/fleet';
import type { Actor } from '@platen/platform';
import { type TestService, buildActor, createTestDatabase, startTestService } from '@platen/testing';
import { startEmbeddedPostgres } from '@platen/testing/embedded-postgres';
import type { Client } from 'pg';
import { fillFleet } from '../fleet-data/fill-fleet';
import { median, percentile } from '../harness/statistics';

const MONTHS = 12;
/** Machines of the two customers whose reports are compared; both have 20 groups. */
const SMALL = 1000;

/** Pages per group and month of a whole organisation: what the reports page asks for. */
const REPORT = `query ($input: VolumeReportInput!) { volumeReport(input: $input) { __typename ... on VolumeReport {
  months names whole runningMonth lineCount
  total { total mono color devices sum monoSum colorSum colorShare duplexShare a3Share }
  lines { key name total mono color devices sum monoSum colorSum colorShare duplexShare a3Share } } } }`;

/** The same figures from the readings themselves. */
const RAW = `
  with ends as (
    select r.meter_id, date_trunc('month', r.read_at at time zone 'UTC') as month, min(r.value) as low, max(r.value) as high
    from meter_read r where r.customer_id = $1 and r.read_at >= $2::date and r.read_at < $3::date + interval '1 month'
    group by 1, 2),
  grown as (
    select m.device_id, m.kind, e.month,
      e.high - coalesce(lag(e.high) over (partition by e.meter_id order by e.month), e.low) as pages
    from ends e join meter m on m.id = e.meter_id)
  select g.group_id, v.kind, v.month, sum(v.pages) as pages
  from grown v join device_group_device g on g.device_id = v.device_id group by 1, 2, 3`;

interface Settings {
  readonly rounds: number;
  /** machines of the larger customer, and readings in all */
  readonly devices: number;
  readonly readings: number;
}

/** Monthly reports per group through GraphQL, in a small and a large organisation, beside a scan of the same readings. */
export async function run({ rounds, devices, readings }: Settings, say: (line: string) => void) {
  const directory = mkdtempSync(join(tmpdir(), 'platen-bench-'));
  const postgres = await startEmbeddedPostgres({ directory });
  process.env.TEST_DATABASE_URL = postgres.url;
  const database = await createTestDatabase([fleet]);
  try {
    const size = {
      devices: devices + SMALL,
      months: MONTHS,
      readings,
      customers: [SMALL],
      until: new Date(),
    };
    const { branchId, customers } = await fillFleet(database.admin, size, say);
    await database.admin.query('analyze');
    const service = await startTestService(database, fleet);
    const [small, large] = customers.map(({ id }) =>
      buildActor({ customerId: id, branchId, rights: RIGHTS }),
    );
    if (!small || !large) throw new Error('The fleet has two customers.');
    const samples = { small: [] as number[], large: [] as number[], raw: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      samples.small.push(...(await timed(service, small)));
      samples.large.push(...(await timed(service, large)));
      samples.raw.push(await scanned(database.admin, large));
      say(`round ${round + 1} of ${rounds}`);
    }
    await service.stop();
    return report(samples);
  } finally {
    await database.close();
    postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const RIGHTS = ['device:read', 'device:all', 'report:read'] as const;
const REPEATS = 60;
const WARM_UP = 20;

const monthsBack = (months: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
};

async function timed(service: Pick<TestService<never>, 'data'>, actor: Actor): Promise<number[]> {
  const input = { of: 'ALL', by: 'GROUP', from: monthsBack(MONTHS - 1), to: monthsBack(0) };
  const durations: number[] = [];
  for (let at = 0; at < WARM_UP + REPEATS; at++) {
    const begun = performance.now();
    const answer = await service.data<{ volumeReport: { lineCount: number } }>(actor, REPORT, { input });
    if (at >= WARM_UP) durations.push(performance.now() - begun);
    if (answer.volumeReport.lineCount !== 20) throw new Error('The report does not have its 20 groups.');
  }
  return durations;
}

async function scanned(admin: Client, actor: Actor): Promise<number> {
  const begun = performance.now();
  await admin.query(RAW, [actor.customerId, `${monthsBack(MONTHS - 1)}-01`, `${monthsBack(0)}-01`]);
  return performance.now() - begun;
}

function report({ small, large, raw }: Record<'small' | 'large' | 'raw', number[]>) {
  const row = (op: string, durations: number[]) => ({
    op,
    count: durations.length,
    p50Ms: round(median(durations)),
    p95Ms: round(percentile(durations, 0.95)),
  });
  const p50Ms = median(large);
  const ratios = {
    report_p50_ms: round(p50Ms),
    raw_over_report: round(median(raw) / p50Ms),
    large_over_small: round(p50Ms / median(small)),
  };
  const goals = { report_p50_ms: 25, raw_over_report: 500, large_over_small: 1.5 };
  const met =
    ratios.report_p50_ms <= goals.report_p50_ms &&
    ratios.raw_over_report >= goals.raw_over_report &&
    ratios.large_over_small <= goals.large_over_small;
  return {
    bench: 'reports',
    rows: [row('small', small), row('large', large), row('raw', raw)],
    ratios,
    goals,
    met,
  };
}

const round = (value: number): number => Number(value.toFixed(3));
