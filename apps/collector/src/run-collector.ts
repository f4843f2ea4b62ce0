import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@platen/kernel';
import { type CollectorConfig, type CollectorSettings, checkConfig } from './config';
import { Found } from './discovery/found';
import { PacketAllowance } from './discovery/packet-allowance';
import { type Orders, fetchOrders, fetchRelease, tellRound } from './gateway/conversation';
import { jsonLog, type Log } from './log';
import { isRightRelease } from './release/release';
import { type RoundParts, runRound } from './round';
import { Spool } from './spool/spool';
import { CollectorStatus } from './status';
import { postUpload } from './upload/post';
import { Sender, type SenderParts } from './upload/sender';

/** Between two rounds where neither this machine nor the portal says otherwise. */
const INTERVAL_SECONDS = 900;
/** How often the gateway is asked for a newer version, at most. */
const RELEASE_EVERY_MS = 24 * 3_600_000;

/**
 * Reads printers at every interval, keeps each poll on the disk and hands them to the gateway. What to read comes from
 * the settings and, where the portal knows this collector, from there. Runs until the signal says stop; what the
 * gateway has not taken waits in the spool for the next run. With a key that was taken away it neither reads nor
 * sends, keeps what it has, and asks at each interval whether it may again.
 * @throws when settings are wrong or the spool cannot be opened; silent printers and an absent gateway only log
 */
export async function runCollector(
  settings: CollectorSettings,
  context: { signal: AbortSignal; clock?: Clock; log?: Log; status?: CollectorStatus },
): Promise<void> {
  const config = checkConfig(settings);
  const { clock = { now: () => new Date() }, log = jsonLog, status = new CollectorStatus() } = context;
  const spool = await Spool.open(config.spoolDirectory, {
    maxBytes: config.spoolMaxBytes,
    onGivenUp: (batch) => log('error', 'spool full, oldest batch given up', { batch }),
  });
  status.startedAt = clock.now();
  status.spoolBytes = spool.bytes;
  const failure = new AbortController();
  const signal = AbortSignal.any([context.signal, failure.signal]);
  const post: SenderParts['post'] = async (upload, stop) => {
    const outcome = await postUpload(config, upload, stop);
    if (outcome.kind === 'accepted') status.lastUploadAt = clock.now();
    status.spoolBytes = spool.bytes;
    return outcome;
  };
  const sender = new Sender({ spool, post, backoffMs: config.backoffMs, log });
  const ports = { snmp: config.snmpPort, ipp: config.ippPort };
  const collector = new Collector({
    config,
    spool,
    found: new Found(config.spoolDirectory, config.credentials, ports),
    allowance: new PacketAllowance(config.packetsPerSecond),
    status,
    now: () => clock.now(),
    log,
  });
  // A disk that cannot be read or written ends both: polling on would only look like working.
  const ending = [sender.run(signal), collector.run(signal, () => sender.wake())].map((part) =>
    part.finally(() => failure.abort()),
  );
  try {
    await Promise.all(ending);
  } finally {
    await Promise.allSettled(ending);
    await spool.close();
  }
}

/** Round after round. */
class Collector {
  #orders: Orders | null = null;
  #releaseAskedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: RoundParts) {}

  async run(signal: AbortSignal, wakeSender: () => void): Promise<void> {
    const { config, status, now } = this.parts;
    while (!signal.aborted) {
      await this.#hear(signal);
      if (status.gateway !== 'refused' && !signal.aborted) {
        status.isBusy = true;
        const report = await runRound(this.#wanted(config), this.parts, signal);
        status.isBusy = false;
        status.lastRoundAt = now();
        status.spoolBytes = this.parts.spool.bytes;
        wakeSender();
        if (!signal.aborted) await tellRound(config, report, now(), signal);
        await this.#lookForRelease(signal);
      }
      const seconds = config.intervalSeconds ?? this.#orders?.intervalSeconds ?? INTERVAL_SECONDS;
      await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined); // stopped
    }
  }

  /** What the portal wants, if it can be asked; what it last wanted holds until it is heard again. */
  async #hear(signal: AbortSignal): Promise<void> {
    const { config, status, log, now } = this.parts;
    const asked = now().getTime();
    const told = await fetchOrders(config, signal);
    if (told.kind === 'refused' && status.gateway !== 'refused')
      log(
        'error',
        'the key of this collector is not valid any more: nothing is read or sent, the spool is kept',
      );
    if (told.kind !== 'told') {
      status.gateway = told.kind === 'refused' ? 'refused' : 'absent';
      return;
    }
    status.gateway = 'online';
    this.#orders = told.orders;
    status.name = told.orders?.name ?? status.name;
    if (told.orders) this.#compareClocks((asked + now().getTime()) / 2, Date.parse(told.orders.serverTime));
  }

  #compareClocks(own: number, server: number): void {
    const { status, log } = this.parts;
    if (!Number.isFinite(server)) return;
    status.clockOffsetMs = own - server;
    if (status.isClockOff)
      log('warn', "the clock of this machine is off: readings are dated by the gateway's", {
        offsetSeconds: Math.round(status.clockOffsetMs / 1000),
      });
  }

  #wanted(config: CollectorConfig) {
    const orders = this.#orders;
    return {
      ranges: [...config.ranges, ...(orders?.ranges ?? [])],
      excludeAddresses: [...config.excludeAddresses, ...(orders?.excludeAddresses ?? [])],
      excludeModels: orders?.excludeModels ?? [],
      excludeSerials: orders?.excludeSerials ?? [],
    };
  }

  /** At most daily, and only where a key says whose word counts. Nothing is fetched or run: a person reads of it. */
  async #lookForRelease(signal: AbortSignal): Promise<void> {
    const { config, status, now, log } = this.parts;
    if (config.releasePublicKey === null || signal.aborted) return;
    if (now().getTime() - this.#releaseAskedAt < RELEASE_EVERY_MS) return;
    this.#releaseAskedAt = now().getTime();
    const release = await fetchRelease(config, signal);
    const isRight = release !== null && isRightRelease(release, config.releasePublicKey, status.version);
    status.release = isRight ? release : null;
    if (isRight)
      log('info', 'a newer version is there', { version: release.version, notes: release.notesUrl });
    else if (release !== null && release.version !== status.version)
      log('warn', 'a statement about another version is not rightly signed, or not newer');
  }
}
