/** Why an address did not answer well, as the collector says it. */
export const failureReasons = [
  'SILENT',
  'ACCESS_REFUSED',
  'UNKNOWN_HOST',
  'ENDLESS',
  'NO_PRINTER',
  'NOT_IPP',
  'OTHER',
] as const;
export type FailureReason = (typeof failureReasons)[number];

export const collectorStates = ['WAITING', 'ONLINE', 'SILENT', 'REVOKED'] as const;
export type CollectorState = (typeof collectorStates)[number];

/** How far the search of one range has come. */
export interface Coverage {
  readonly range: string;
  readonly addresses: number;
  readonly asked: number;
  readonly printers: number;
  readonly others: number;
}

/** What a collector told of its last round. */
export interface CollectorReport {
  readonly version: string;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly devicesReached: number;
  readonly devicesFailed: number;
  readonly requests: number;
  readonly packets: number;
  readonly spoolBytes: number;
  /** its clock less ours; null before it told */
  readonly clockOffsetSeconds: number;
  readonly coverage: readonly Coverage[];
}

/** A collector as those who look after it see it. */
export interface CollectorRow {
  readonly id: string;
  readonly customerId: string;
  readonly siteId: string | null;
  readonly name: string;
  readonly ranges: readonly string[];
  readonly excludeAddresses: readonly string[];
  readonly excludeModels: readonly string[];
  readonly excludeSerials: readonly string[];
  readonly intervalSeconds: number;
  readonly createdAt: Date;
  readonly lastReportAt: Date | null;
  readonly report: CollectorReport | null;
  readonly state: CollectorState;
}

/** Rounds that may be missed before a collector counts as silent, and the least time for them. */
const MISSED_ROUNDS = 3;
const LEAST_SILENCE = '30 minutes';

/** True for a collector `c` that has been quiet for too long. @param now  number of the parameter with the instant */
export const quiet = (now: string) =>
  `c.last_report_at < ${now}::timestamptz
     - greatest(make_interval(secs => ${MISSED_ROUNDS} * c.interval_seconds), interval '${LEAST_SILENCE}')`;

/** @param now  number of the parameter with the instant */
export const stateOf = (now: string) => `
  case when c.access = 'revoked' then 'REVOKED'
       when c.last_report_at is null or c.access = 'code' then 'WAITING'
       when ${quiet(now)} then 'SILENT'
       else 'ONLINE' end`;

/** Columns of {@link CollectorRow}; `$1` is the present instant. */
export const COLUMNS = `
  c.id, c.customer_id as "customerId", c.site_id as "siteId", c.name, c.ranges,
  c.exclude_addresses as "excludeAddresses", c.exclude_models as "excludeModels",
  c.exclude_serials as "excludeSerials", c.interval_seconds as "intervalSeconds", c.created_at as "createdAt",
  c.last_report_at as "lastReportAt", c.report, ${stateOf('$1')} as state`;
