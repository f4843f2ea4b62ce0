import { collectorChanged } from '@platen/contracts';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, rowsById } from '@platen/platform';
import { CHANGED, type Changed } from './collector.service';
import type { CollectorNotFound } from './collector.errors';
import { type OwnCollector, managedBy, ownCollector } from './collector.policy';
import type { CollectorReport, FailureReason } from './collector.row';

/** What a collector is to read, as it fetches it before each round. */
export interface CollectorOrders {
  readonly name: string;
  readonly ranges: readonly string[];
  readonly excludeAddresses: readonly string[];
  readonly excludeModels: readonly string[];
  readonly excludeSerials: readonly string[];
  readonly intervalSeconds: number;
  readonly serverTime: Date;
}

/** An address that did not answer well. */
export interface Failure {
  readonly address: string;
  readonly reason: FailureReason;
}

/** A round as the collector tells it. */
export interface Round extends Omit<CollectorReport, 'clockOffsetSeconds' | 'devicesFailed' | 'startedAt'> {
  readonly startedAt: Date;
  /** the collector's own time as it sends this */
  readonly clock: Date;
  /** its machine's name: it becomes the collector's where nobody set it up */
  readonly hostName: string;
  readonly failures: readonly Failure[];
}

/** Failures that are kept of one round; all of them are counted. */
const MOST_FAILURES = 250;
const MOST_RANGES = 64;

/** What collectors ask and tell for themselves. */
export class CollectorReportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns null for who is no collector, or one that nobody set up: it reads what its own machine tells it to */
  async orders(actor: Actor): Promise<CollectorOrders | null> {
    const own = ownCollector(actor);
    if (!own) return null;
    const [orders] = await this.work.read(actor, (tx) =>
      tx.query<Omit<CollectorOrders, 'serverTime'>>(ORDERS, [own.id, own.customerId]),
    );
    return orders ? { ...orders, serverTime: this.clock.now() } : null;
  }

  /**
   * Keeps what a round told. A collector whose key was made by hand appears by its first report.
   * @returns the collector's clock less ours, in seconds
   */
  report(
    actor: Actor,
    round: Round,
  ): Promise<Result<{ clockOffsetSeconds: number; serverTime: Date }, CollectorNotFound>> {
    const own = ownCollector(actor);
    if (!own) return Promise.resolve(err({ code: 'COLLECTOR_NOT_FOUND' }));
    return this.work.write(actor, async (tx) => {
      const now = this.clock.now();
      const clockOffsetSeconds = Math.round((round.clock.getTime() - now.getTime()) / 1000);
      await appear(tx, own, round.hostName, now);
      await tx.query(REPORT, [own.id, now, toReport(round, clockOffsetSeconds)]);
      await keepFailures(tx, own, round.failures.slice(0, MOST_FAILURES), now);
      return ok({ clockOffsetSeconds, serverTime: now });
    });
  }

  /** The addresses that fail with each of these collectors, longest first. */
  async failuresOf(actor: Actor, ids: readonly string[]): Promise<(Failure & { readonly since: Date })[][]> {
    const { column, is } = managedBy(actor);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ id: string; failures: (Failure & { since: string })[] }>(FAILURES[column], [is, ids]),
    );
    return rowsById(ids, rows).map(
      (row) => row?.failures.map((failure) => ({ ...failure, since: new Date(failure.since) })) ?? [],
    );
  }
}

async function appear(tx: Tx, own: OwnCollector, hostName: string, now: Date): Promise<void> {
  const name = hostName.trim().slice(0, 120) || 'Collector';
  const [made] = await tx.query<Changed>(APPEAR, [own.id, own.customerId, own.branchId, name, now]);
  if (!made) return;
  const { id: collectorId, customerId, branchId, version } = made;
  tx.emit(collectorChanged, { collectorId, customerId, branchId, name, version });
}

function toReport(round: Round, clockOffsetSeconds: number): string {
  const { version, startedAt, devicesReached, failures, requests, packets, spoolBytes, coverage } = round;
  const report: CollectorReport = {
    version: version.slice(0, 40),
    startedAt: startedAt.toISOString(),
    devicesReached,
    devicesFailed: failures.length,
    requests,
    packets,
    spoolBytes,
    clockOffsetSeconds,
    coverage: coverage.slice(0, MOST_RANGES).map((row) => ({ ...row, range: row.range.slice(0, 255) })),
  };
  return JSON.stringify(report);
}

async function keepFailures(
  tx: Tx,
  own: OwnCollector,
  failures: readonly Failure[],
  now: Date,
): Promise<void> {
  const byAddress = new Map(failures.map(({ address, reason }) => [address.slice(0, 255), reason]));
  const lists = [[...byAddress.keys()], [...byAddress.values()]];
  await tx.query('delete from collector_failure where collector_id = $1 and address <> all($2::text[])', [
    own.id,
    lists[0],
  ]);
  await tx.query(KEEP_FAILURES, [own.customerId, own.id, now, ...lists]);
}

const ORDERS = `
  select name, ranges, exclude_addresses as "excludeAddresses", exclude_models as "excludeModels",
         exclude_serials as "excludeSerials", interval_seconds as "intervalSeconds"
  from collector where id = $1 and customer_id = $2`;

const APPEAR = `
  insert into collector (id, customer_id, branch_id, name, created_at, access)
  values ($1, $2, $3, $4, $5, 'enrolled') on conflict (id) do nothing returning ${CHANGED}`;

const REPORT = `update collector set last_report_at = $2, silent_since = null, report = $3::jsonb where id = $1`;

const KEEP_FAILURES = `
  insert into collector_failure as known (customer_id, collector_id, since, address, reason)
  select $1::uuid, $2::uuid, $3::timestamptz, failing.address, failing.reason
  from unnest($4::text[], $5::text[]) failing (address, reason)
  on conflict (collector_id, address) do update
    set reason = excluded.reason, since = case when known.reason = excluded.reason then known.since else excluded.since end`;

const failures = (column: 'customer_id' | 'branch_id') => `
  select c.id, jsonb_agg(jsonb_build_object('address', f.address, 'reason', f.reason, 'since', f.since)
                         order by f.since, f.address) as failures
  from collector_failure f join collector c on c.id = f.collector_id
  where c.${column} = $1 and c.id = any($2::uuid[]) group by c.id`;

const FAILURES = { customer_id: failures('customer_id'), branch_id: failures('branch_id') } as const;
