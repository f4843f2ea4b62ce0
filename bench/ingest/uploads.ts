import { serialOf } from './installation';

/** Counter readings in one request: as many as the product takes. */
export const READINGS_PER_REQUEST = 1000;
/** What a multifunction machine in colour tells. */
export const kinds = [
  'total',
  'mono',
  'color',
  'print_mono',
  'print_color',
  'copy_mono',
  'copy_color',
  'scan',
  'duplex',
  'fax_total',
] as const;
const POLLS = READINGS_PER_REQUEST / kinds.length;

const MUTATION = `mutation ($input: RecordPollsInput!) { recordPolls(input: $input) { __typename
  ... on RecordPollsSuccess { acceptedReads duplicateReads refusedReads unknownDevices }
  ... on InvalidInputError { fields { path message } } } }`;

const HOUR_MS = 3_600_000;

/** One request: each of a hundred machines at one instant. */
export interface Batch {
  readonly customer: number;
  /** devices first to first + 99 of the fleet */
  readonly first: number;
  readonly at: Date;
  /** how many polls of these machines came before */
  readonly turn: number;
}

/** Batches that go round the fleet again and again, an hour later each time, the oldest first. */
export function batchesOf(
  count: number,
  from: number,
  devices: number,
  customers: number,
  begin: Date,
): Batch[] {
  const aTurn = devices / POLLS;
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor((from + index) / aTurn);
    const first = ((from + index) % aTurn) * POLLS;
    const customer = Math.floor((first * customers) / devices);
    return { customer, first, turn, at: new Date(begin.getTime() + turn * HOUR_MS) };
  });
}

/** What each counter shows: it grows a little from turn to turn. */
function valueOf(device: number, kind: number, turn: number): number {
  return 10_000 + ((device * 37 + kind * 101) % 5000) + turn * (1 + (kind % 4));
}

function inOrder<Value>(make: (device: number, kind: number) => Value): Value[] {
  return Array.from({ length: READINGS_PER_REQUEST }, (_, index) =>
    make(Math.floor(index / kinds.length), index % kinds.length),
  );
}

/** The body of the request as a collector sends it. */
export function bodyOf({ first, at, turn }: Batch, idempotencyKey: string): string {
  const polls = Array.from({ length: POLLS }, (_, index) => first + index);
  const all = <Value>(value: Value) => polls.map(() => value);
  const input = {
    idempotencyKey,
    polls: {
      polledAt: all(at.toISOString()),
      address: polls.map((device) => `10.0.${device >> 8}.${device & 255}`),
      maker: all('Konica Minolta'),
      model: all('C4500'),
      serialNumber: polls.map(serialOf),
      firmware: all('1.2.3'),
      name: all(null),
      location: all(null),
      status: all('IDLE'),
      errors: all([]),
    },
    meterReads: {
      poll: inOrder((poll) => poll),
      kind: inOrder((_, kind) => kinds[kind]),
      value: inOrder((poll, kind) => valueOf(first + poll, kind, turn)),
      unit: inOrder(() => 'IMPRESSIONS'),
      source: inOrder(() => 'VENDOR'),
    },
    supplyLevels: {
      poll: [],
      slot: [],
      description: [],
      kind: [],
      color: [],
      class: [],
      levelState: [],
      levelPercent: [],
      cartridgeSerial: [],
    },
    alerts: { poll: [], severity: [], code: [], description: [] },
  };
  return JSON.stringify({ query: MUTATION, variables: { input } });
}

/** The same readings as text of COPY into `meter_read`, `meterOf` telling the id of each counter. */
export function copyOf({ first, at, turn }: Batch, customerId: string, meterOf: MeterOf): string {
  const instant = at.toISOString();
  return inOrder((poll, kind) => {
    const device = first + poll;
    return `${customerId}\t${meterOf(device, kind)}\t${instant}\t${valueOf(device, kind, turn)}\tdevice\tmeasured\n`;
  }).join('');
}

/** The same as lists, for a statement with `unnest`. */
export function columnsOf({ first, at, turn }: Batch, customerId: string, meterOf: MeterOf) {
  return [
    customerId,
    inOrder((poll, kind) => meterOf(first + poll, kind)),
    at,
    inOrder((poll, kind) => valueOf(first + poll, kind, turn)),
  ];
}

export type MeterOf = (device: number, kind: number) => string;
