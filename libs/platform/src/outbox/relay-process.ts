import { schemaOf } from '../database/service-database';
import type { ServiceName } from '../service-names';
import { RELAY_BATCH, relayDue } from './relay';
import type { RelayContext } from './relay-context';
import { tableOf } from './relay-context';
import { RelayListener } from './relay-listener';
import { removeOldMessages } from './retention';
import { sweep } from './sweeper';

export interface RelayOptions {
  readonly databaseUrl: string;
  readonly services: readonly ServiceName[];
  /** how often due messages are looked for, beside the notifications; also the accuracy of delayed ones */
  readonly pollSeconds: number;
  readonly sweepSeconds: number;
  /** a relayed message without effect is looked at after this time */
  readonly sweepAfterSeconds: number;
  /** settled messages are kept this long */
  readonly keepDays: number;
  /** runs with every sweep, for whatever else must be put back after the queues were wiped */
  readonly onSweep?: () => Promise<void>;
}

/** Times with which everything pending is back within 120 s after the queues lost all they had (threats C51). */
export const relayTimes = { pollSeconds: 3, sweepSeconds: 30, sweepAfterSeconds: 60, keepDays: 14 } as const;

const RETENTION_EVERY_SECONDS = 3600;

export interface Relay {
  /** Ends after the batches under way. */
  stop(): Promise<void>;
}

/** Relays and sweeps until stopped. Any number of them may run at once, in any number of processes. */
export async function startRelay(context: RelayContext, options: RelayOptions): Promise<Relay> {
  const services = new Map(options.services.map((service) => [schemaOf(service), service]));
  const drains = new Map(options.services.map((service) => [service, new Drain(context, service)]));
  const drain = (service: ServiceName | undefined) => {
    if (service) drains.get(service)?.wake();
  };
  const drainAll = () => {
    for (const service of options.services) drain(service);
  };
  const listener = new RelayListener(
    options.databaseUrl,
    (schema) => drain(services.get(schema)),
    drainAll,
    context.log,
  );
  await listener.start();
  const repeats = [
    repeat(options.pollSeconds, context, async () => {
      for (const service of await servicesWithDue(context, options.services)) drain(service);
    }),
    repeat(options.sweepSeconds, context, async () => {
      for (const service of options.services) await sweep(context, service, options.sweepAfterSeconds);
      await options.onSweep?.();
    }),
    repeat(RETENTION_EVERY_SECONDS, context, () =>
      removeOldMessages(context, options.services, options.keepDays),
    ),
  ];
  return {
    stop: async () => {
      await listener.stop();
      await Promise.all(repeats.map((each) => each.stop()));
      await Promise.all([...drains.values()].map((each) => each.stop()));
    },
  };
}

/** Services whose outbox has something due, found by one statement for all. */
async function servicesWithDue(
  context: RelayContext,
  services: readonly ServiceName[],
): Promise<ServiceName[]> {
  const { rows } = await context.pool.query<{ service: ServiceName }>(
    services
      .map(
        (service) => `select '${service}' as service where exists (select from ${tableOf(service, 'outbox')}
          where relayed_at is null and parked_at is null and available_at <= now())`,
      )
      .join(' union all '),
  );
  return rows.map((row) => row.service);
}

/** Empties one service's outbox; a wake-up while it runs makes it look once more. */
class Drain {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly context: RelayContext,
    private readonly service: ServiceName,
  ) {}

  wake(): void {
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        if ((await relayDue(this.context, this.service)) === RELAY_BATCH) this.again = true;
      } catch (error) {
        // Nothing is lost: the rows are still due, and the next poll tries again.
        this.context.log.error({ err: error, service: this.service }, 'messages could not be relayed');
      }
    }
  }
}

/** Runs `work` every so many seconds, never twice at once. */
function repeat(
  seconds: number,
  context: RelayContext,
  work: () => Promise<void>,
): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      .catch((error) => context.log.error({ err: error }, 'the relay could not do its round'))
      .finally(() => {
        running = null;
      });
  }, seconds * 1000);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
