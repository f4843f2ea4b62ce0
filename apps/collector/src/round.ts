import type { DecodedPoll } from '@platen/printer-mib';
import type { CollectorConfig } from './config';
import type { Found } from './discovery/found';
import type { PacketAllowance } from './discovery/packet-allowance';
import { isPrinterPoll, probe } from './discovery/probe';
import { search, wantedBy } from './discovery/search';
import { type FailureCode, NoPrinterError, failureCode } from './failure-code';
import type { Orders, RoundReport } from './gateway/conversation';
import { type Log, reasonOf } from './log';
import { pollTarget } from './poll-target';
import type { Spool } from './spool/spool';
import type { CollectorStatus, DeviceState } from './status';
import { type CollectorTarget, addressOf } from './target';

/** What a round works with. */
export interface RoundParts {
  readonly config: CollectorConfig;
  readonly spool: Spool;
  readonly found: Found;
  readonly allowance: PacketAllowance;
  readonly status: CollectorStatus;
  readonly now: () => Date;
  readonly log: Log;
}

/** What the portal wants read, together with what this machine's own settings want. */
export type RoundOrders = Pick<Orders, 'ranges' | 'excludeAddresses' | 'excludeModels' | 'excludeSerials'>;

/** Reads every known machine once and searches the ranges meanwhile; what was found is read at the end. */
export async function runRound(
  orders: RoundOrders,
  parts: RoundParts,
  signal: AbortSignal,
): Promise<RoundReport> {
  const { config, found, allowance, status, log, now } = parts;
  const devices = new Map<string, DeviceState>();
  const round = { requests: 0, devices, orders };
  const sentBefore = allowance.sent;
  const polled = new Set<string>();
  const pollNew = async () => {
    const targets = targetsOf(orders, parts).filter((target) => !polled.has(addressOf(target)));
    for (const target of targets) polled.add(addressOf(target));
    await pollAll(targets, round, parts, signal);
  };
  const searching = search(
    orders,
    {
      found,
      allowance,
      probe: (address) => probe(address, { ...config, allowance }),
      packetsPerRange: config.packetsPerRange,
      allowPublic: config.allowPublic,
      concurrency: config.concurrency,
      now: () => now().getTime(),
      log,
    },
    signal,
  );
  await pollNew();
  status.coverage = await searching;
  await pollNew();
  found.save();
  status.devices = devices;
  return {
    version: status.version,
    hostName: config.hostName,
    startedAt: status.startedAt.toISOString(),
    devicesReached: [...devices.values()].filter(({ outcome }) => outcome === 'REACHED').length,
    failures: failuresOf(devices),
    requests: round.requests,
    packets: allowance.sent - sentBefore,
    spoolBytes: parts.spool.bytes,
    coverage: status.coverage,
  };
}

/** Machines written down on this machine, and those found where the portal wants them read. */
function targetsOf(orders: RoundOrders, { config, found, now }: RoundParts): CollectorTarget[] {
  const own = new Set(config.targets.map(({ host }) => host));
  const isWanted = wantedBy(orders);
  return [
    ...config.targets,
    ...found.targets((address) => isWanted(address) && !own.has(address), now().getTime()),
  ];
}

interface Round {
  requests: number;
  readonly devices: Map<string, DeviceState>;
  readonly orders: RoundOrders;
}

/** Polls each target once, several at a time. */
async function pollAll(
  targets: readonly CollectorTarget[],
  round: Round,
  parts: RoundParts,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...targets];
  const work = async () => {
    for (let target = waiting.shift(); target !== undefined && !signal.aborted; target = waiting.shift())
      await pollOne(target, round, parts);
  };
  await Promise.all(Array.from({ length: parts.config.concurrency }, work));
}

async function pollOne(target: CollectorTarget, round: Round, parts: RoundParts): Promise<void> {
  const { config, spool, found, log, now, status } = parts;
  const address = addressOf(target);
  try {
    const { requests, ...poll } = await pollTarget(target, config);
    round.requests += requests;
    if (!isPrinterPoll(poll)) throw new NoPrinterError(address);
    if (isExcluded(poll, round.orders)) {
      found.keep(target.host, { kind: 'excluded' }, now().getTime());
      log('info', 'machine left alone', { address });
      return;
    }
    found.heard(target.host, now().getTime());
    await spool.append({ polledAt: status.dated(now()).toISOString(), address, poll });
    round.devices.set(address, { at: now(), outcome: 'REACHED', words: wordsOf(poll) });
    log('info', 'polled', { address, requests, meters: poll.meters.length, supplies: poll.supplies.length });
  } catch (error) {
    round.devices.set(address, { at: now(), outcome: failureCode(error), words: '' });
    log('warn', 'poll failed', { address, reason: reasonOf(error) });
  }
}

/** True for a machine that somebody wants left alone, by a part of its model or by its serial number. */
function isExcluded({ identity }: DecodedPoll, { excludeModels, excludeSerials }: RoundOrders): boolean {
  const model = `${identity.maker ?? ''} ${identity.model ?? ''}`.toLowerCase();
  return (
    excludeModels.some((part) => model.includes(part.toLowerCase())) ||
    excludeSerials.some((serial) => serial.toLowerCase() === identity.serial?.toLowerCase())
  );
}

function failuresOf(devices: ReadonlyMap<string, DeviceState>): { address: string; reason: FailureCode }[] {
  return [...devices].flatMap(([address, { outcome }]) =>
    outcome === 'REACHED' ? [] : [{ address, reason: outcome }],
  );
}

function wordsOf({ identity: { maker, model, serial } }: DecodedPoll): string {
  return [maker, model, serial].filter(Boolean).join(' ');
}
