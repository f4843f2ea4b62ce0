import { randomUUID } from 'node:crypto';

/** One poll of one machine, as a collector saw it. */
export interface PollOfDevice {
  readonly serialNumber: string | null;
  readonly polledAt: string;
  readonly status?: string;
  readonly errors?: readonly string[];
  readonly maker?: string;
  readonly model?: string;
  readonly address?: string;
  /** value by kind */
  readonly meters?: Readonly<Record<string, number>>;
  readonly supplies?: readonly PolledSupply[];
  readonly alerts?: readonly PolledAlert[];
}

export interface PolledSupply {
  readonly slot: string;
  /** null: some left, not measured */
  readonly percent: number | null;
  readonly cartridgeSerial?: string;
}

export interface PolledAlert {
  readonly code: number | null;
  readonly description: string;
}

/** A poll of the machine A1 in November 2026: `pollAt('20T09:30')`. */
export function pollAt(time: string, rest: Partial<PollOfDevice> = {}): PollOfDevice {
  return { serialNumber: 'A1', polledAt: `2026-11-${time}:00.000Z`, ...rest };
}

/** The same with its total counter alone. */
export function totalAt(time: string, value: number): PollOfDevice {
  return pollAt(time, { meters: { total: value } });
}

/** What an upload answers when it was recorded. */
export function counts(acceptedReads: number, duplicateReads = 0, refusedReads = 0, unknownDevices = 0) {
  return { __typename: 'RecordPollsSuccess', acceptedReads, duplicateReads, refusedReads, unknownDevices };
}

/** Polls in the column form of `recordPolls`, as GraphQL variables. */
export function uploadOf(polls: readonly PollOfDevice[], idempotencyKey: string = randomUUID()) {
  const meters = polls.flatMap((poll, index) =>
    Object.entries(poll.meters ?? {}).map(([kind, value]) => ({ index, kind, value })),
  );
  const supplies = polls.flatMap((poll, index) =>
    (poll.supplies ?? []).map((supply) => ({ index, ...supply })),
  );
  const alerts = polls.flatMap((poll, index) => (poll.alerts ?? []).map((alert) => ({ index, ...alert })));
  return {
    idempotencyKey,
    polls: {
      polledAt: polls.map((poll) => poll.polledAt),
      address: polls.map((poll) => poll.address ?? '192.0.2.10'),
      maker: polls.map((poll) => poll.maker ?? null),
      model: polls.map((poll) => poll.model ?? null),
      serialNumber: polls.map((poll) => poll.serialNumber),
      firmware: polls.map(() => null),
      name: polls.map(() => null),
      location: polls.map(() => null),
      status: polls.map((poll) => poll.status ?? 'IDLE'),
      errors: polls.map((poll) => poll.errors ?? []),
    },
    meterReads: {
      poll: meters.map(({ index }) => index),
      kind: meters.map(({ kind }) => kind),
      value: meters.map(({ value }) => value),
      unit: meters.map(() => 'IMPRESSIONS'),
      source: meters.map(() => 'STANDARD'),
    },
    supplyLevels: {
      poll: supplies.map(({ index }) => index),
      slot: supplies.map(({ slot }) => slot),
      description: supplies.map(() => 'Black toner'),
      kind: supplies.map(() => 'TONER'),
      color: supplies.map(() => 'BLACK'),
      class: supplies.map(() => 'CONSUMED'),
      levelState: supplies.map(({ percent }) => (percent === null ? 'SOME' : 'PERCENT')),
      levelPercent: supplies.map(({ percent }) => percent),
      cartridgeSerial: supplies.map(({ cartridgeSerial }) => cartridgeSerial ?? null),
    },
    alerts: {
      poll: alerts.map(({ index }) => index),
      severity: alerts.map(() => 'WARNING'),
      code: alerts.map(({ code }) => code),
      description: alerts.map(({ description }) => description),
    },
  };
}

export type Upload = ReturnType<typeof uploadOf>;
