import { randomUUID } from 'node:crypto';
import type { Actor } from '@platen/platform';
import { actorOf } from './actors';
import type { useFleet } from './use-fleet';

/** Who hands in for all machines of Rossi. */
export const reader = actorOf('user', ['device:read', 'device:all', 'meter:read', 'meter:submit']);

const HAND_IN = `mutation ($input: HandInMeterReadsInput!) { handInMeterReads(input: $input) { __typename
  ... on HandInMeterReadsSuccess { accepted unchanged asked refused taken
    rows { row outcome verdict message expectedLow expectedHigh handInId } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;

/** One value as somebody types it; `at` as in `20T09:30` of November 2026. */
export interface TypedRead {
  readonly device: { readonly id: string };
  readonly kind?: string;
  readonly value: number;
  readonly at?: string;
  readonly confirmed?: boolean;
}

/** Values in the column form of `handInMeterReads`. */
export function handInOf(reads: readonly TypedRead[], rest: Record<string, unknown> = {}) {
  return {
    idempotencyKey: randomUUID(),
    rows: {
      deviceId: reads.map(({ device }) => device.id),
      kind: reads.map(({ kind }) => kind ?? 'total'),
      value: reads.map(({ value }) => value),
      readAt: reads.map(({ at }) => `2026-11-${at ?? '20T09:00'}:00.000Z`),
      confirmed: reads.map(({ confirmed }) => confirmed ?? false),
    },
    ...rest,
  };
}

interface HandedIn extends Record<string, unknown> {
  readonly __typename: string;
  readonly rows: readonly {
    readonly outcome: string;
    readonly verdict: string;
    readonly message: string | null;
    readonly handInId: string | null;
  }[];
}

/** Hands in for a file's fleet, as people do. */
export function handInsOf(fleet: Pick<ReturnType<typeof useFleet>, 'data' | 'rows'>) {
  const handIn = async (
    reads: readonly TypedRead[],
    rest: Record<string, unknown> = {},
    actor: Actor = reader,
  ): Promise<HandedIn> => {
    const input = handInOf(reads, rest);
    return (await fleet.data<{ handInMeterReads: HandedIn }>(actor, HAND_IN, { input })).handInMeterReads;
  };
  return {
    handIn,
    /** the verdict and outcome of one value */
    verdictOf: async (read: TypedRead, actor: Actor = reader): Promise<string> => {
      const { rows } = await handIn([read], {}, actor);
      return `${rows[0]?.outcome} ${rows[0]?.verdict}`;
    },
    /** values that are stored of all counters but those that the world brought, as `value@dayThour:minute` */
    values: async (): Promise<string[]> => {
      const rows = await fleet.rows<{ value: string; read_at: Date }>(
        `select r.value, r.read_at from fleet.meter_read r where r.source in ('portal', 'partner') order by r.read_at, r.value`,
      );
      return rows.map(({ value, read_at: at }) => `${value}@${at.toISOString().slice(8, 16)}`);
    },
  };
}

export const handInDocument = HAND_IN;
