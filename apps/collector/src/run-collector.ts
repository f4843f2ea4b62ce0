import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@platen/kernel';
import { type CollectorConfig, type CollectorSettings, checkConfig } from './config';
import { jsonLog, type Log, reasonOf } from './log';
import { pollTarget } from './poll-target';
import { Spool } from './spool/spool';
import { addressOf, type CollectorTarget } from './target';
import { postUpload } from './upload/post';
import { Sender, type SenderParts } from './upload/sender';

/**
 * Polls the configured printers at every interval, keeps each poll on the disk and hands them to the gateway.
 * Runs until the signal says stop; what the gateway has not taken waits in the spool for the next run.
 * @throws when settings are wrong or the spool cannot be opened; silent printers and an absent gateway only log
 */
export async function runCollector(
  settings: CollectorSettings,
  context: { signal: AbortSignal; clock?: Clock; log?: Log },
): Promise<void> {
  const config = checkConfig(settings);
  const { clock = { now: () => new Date() }, log = jsonLog } = context;
  const spool = await Spool.open(config.spoolDirectory, {
    maxBytes: config.spoolMaxBytes,
    onGivenUp: (batch) => log('error', 'spool full, oldest batch given up', { batch }),
  });
  const failure = new AbortController();
  const signal = AbortSignal.any([context.signal, failure.signal]);
  const post: SenderParts['post'] = (upload, stop) => postUpload(config, upload, stop);
  const sender = new Sender({ spool, post, backoffMs: config.backoffMs, log });
  // A disk that cannot be read or written ends both: polling on would only look like working.
  const ending = [sender.run(signal), poll()].map((part) => part.finally(() => failure.abort()));
  try {
    await Promise.all(ending);
  } finally {
    await Promise.allSettled(ending);
    await spool.close();
  }

  async function poll(): Promise<void> {
    while (!signal.aborted) {
      await pollAll(config, { spool, clock, log, signal });
      sender.wake();
      await sleep(config.intervalSeconds * 1000, undefined, { signal }).catch(() => undefined); // stopped
    }
  }
}

interface Round {
  spool: Spool;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
}

/** Polls each target once, several at a time. */
async function pollAll(config: CollectorConfig, round: Round): Promise<void> {
  const waiting = [...config.targets];
  const work = async () => {
    for (
      let target = waiting.shift();
      target !== undefined && !round.signal.aborted;
      target = waiting.shift()
    ) {
      await pollOne(target, config, round);
    }
  };
  await Promise.all(Array.from({ length: config.concurrency }, work));
}

async function pollOne(
  target: CollectorTarget,
  config: CollectorConfig,
  { spool, clock, log }: Round,
): Promise<void> {
  const address = addressOf(target);
  try {
    const { requests, ...poll } = await pollTarget(target, config);
    await spool.append({ polledAt: clock.now().toISOString(), address, poll });
    log('info', 'polled', { address, requests, meters: poll.meters.length, supplies: poll.supplies.length });
  } catch (error) {
    log('warn', 'poll failed', { address, reason: reasonOf(error) });
  }
}
