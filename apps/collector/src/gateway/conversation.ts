import type { FailureCode } from '../failure-code';
import type { Release } from '../release/release';
import { type Told, ask } from './ask';
import type { Gateway } from './post-json';

/** What the portal says this collector is to read. */
export interface Orders {
  readonly name: string;
  readonly ranges: readonly string[];
  readonly excludeAddresses: readonly string[];
  readonly excludeModels: readonly string[];
  readonly excludeSerials: readonly string[];
  readonly intervalSeconds: number;
}

/** How far the search of one range has come. */
export interface Coverage {
  readonly range: string;
  readonly addresses: number;
  readonly asked: number;
  readonly printers: number;
  readonly others: number;
}

/** How a round went. No name of a user, community or key is in here, and none may be. */
export interface RoundReport {
  readonly version: string;
  readonly hostName: string;
  readonly startedAt: string;
  readonly devicesReached: number;
  readonly failures: readonly { readonly address: string; readonly reason: FailureCode }[];
  readonly requests: number;
  readonly packets: number;
  readonly spoolBytes: number;
  readonly coverage: readonly Coverage[];
}

const SETTINGS = `query CollectorSettings { collectorSettings {
  name ranges excludeAddresses excludeModels excludeSerials intervalSeconds serverTime } }`;
const REPORT = `mutation ReportCollector($input: ReportCollectorInput!) { reportCollector(input: $input) {
  __typename ... on ReportCollectorSuccess { serverTime } ... on UserError { code } } }`;
const RELEASE = `query CollectorRelease { collectorRelease { version releasedOn notesUrl sha256 signature } }`;

/** @returns what to read, and the time that the gateway had; `orders` null for a collector that nobody set up */
export async function fetchOrders(
  gateway: Gateway,
  signal: AbortSignal,
): Promise<
  Exclude<Told, { kind: 'told' }> | { kind: 'told'; orders: (Orders & { serverTime: string }) | null }
> {
  const told = await ask(gateway, { operationName: 'CollectorSettings', query: SETTINGS }, signal);
  if (told.kind !== 'told') return told;
  return {
    kind: 'told',
    orders: (told.data.collectorSettings ?? null) as (Orders & { serverTime: string }) | null,
  };
}

/** Tells how a round went. @param clock  this machine's own time */
export function tellRound(
  gateway: Gateway,
  report: RoundReport,
  clock: Date,
  signal: AbortSignal,
): Promise<Told> {
  const input = { ...report, clock: clock.toISOString() };
  return ask(gateway, { operationName: 'ReportCollector', query: REPORT, variables: { input } }, signal);
}

/** The statement about a newer version that the installation hands out, not yet checked; null when there is none. */
export async function fetchRelease(gateway: Gateway, signal: AbortSignal): Promise<Release | null> {
  const told = await ask(gateway, { operationName: 'CollectorRelease', query: RELEASE }, signal);
  return told.kind === 'told' ? ((told.data.collectorRelease ?? null) as Release | null) : null;
}
