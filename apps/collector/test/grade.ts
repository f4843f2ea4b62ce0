import type { Alert, DecodedPoll, Supply } from '@platen/printer-mib';
import type { Expectation } from './expectation';

/** One graded value. */
export interface Grade {
  id: string;
  vendor: string;
  kind: string;
  expected: string;
  actual: string;
  right: boolean;
}

/** Compares a poll with everything that the expectation of its recording grades. */
export function grade(expectation: Expectation, poll: DecodedPoll): Grade[] {
  const { id, vendor } = expectation;
  const facts = [
    ...identityFacts(expectation, poll),
    ...counterFacts(expectation, poll),
    ...supplyFacts(expectation, poll.supplies),
    ...statusFacts(expectation, poll),
    ...alertFacts(expectation, poll.alerts),
  ];
  return facts.map(([kind, expected, actual, right]) => ({ id, vendor, kind, expected, actual, right }));
}

type Fact = readonly [kind: string, expected: string, actual: string, right: boolean];

function identityFacts({ expected, recording }: Expectation, { identity }: DecodedPoll): Fact[] {
  const { manufacturers, serials, firmwares, model_must_contain_one_of: parts } = expected.identity;
  const oneOf = (kind: string, accepted: string[], actual: string | null, right: boolean): Fact[] =>
    accepted.length === 0 ? [] : [[kind, accepted.join(' | '), actual ?? 'absent', right]];
  // A name that stands nowhere in the recording came from another project's list of OIDs; nobody can read it.
  const readable = parts.filter((part) => recording.includes(part));
  return [
    ...oneOf(
      'maker',
      manufacturers,
      identity.maker,
      manufacturers.some((name) => isSameMaker(name, identity.maker)),
    ),
    ...oneOf(
      'model',
      readable,
      identity.model,
      readable.some((part) => identity.model?.includes(part)),
    ),
    ...oneOf('serial', serials, identity.serial, serials.includes(identity.serial ?? '')),
    ...oneOf('firmware', firmwares, identity.firmware, firmwares.includes(identity.firmware ?? '')),
  ];
}

/** Names of one company: the projects write older or longer ones. */
const MAKER_NAMES: Readonly<Record<string, string>> = {
  'Hewlett-Packard': 'HP',
  Konica: 'Konica Minolta',
  'Fuji-Xerox': 'FUJIFILM',
  Oki: 'OKI',
};

function isSameMaker(expected: string, actual: string | null): boolean {
  return (MAKER_NAMES[expected] ?? expected) === actual;
}

function counterFacts({ expected }: Expectation, { meters }: DecodedPoll): Fact[] {
  return expected.counters.map(({ kind, value }) => {
    const accepted = expected.counters_with_more_than_one_value.includes(kind)
      ? expected.counters.filter((counter) => counter.kind === kind).map((counter) => counter.value)
      : [value];
    const actual = meters.filter((meter) => meter.kind === kind).map((meter) => meter.value);
    const right = actual.some((found) => accepted.includes(found));
    return [`counter ${kind}`, accepted.join(' | '), actual.join(' | ') || 'absent', right];
  });
}

const STATES: Readonly<Record<string, string>> = { someRemaining: 'some' };
const KINDS: Readonly<Record<string, string>> = {
  toner: 'toner',
  tonerCartridge: 'toner',
  wasteToner: 'waste',
  ink: 'ink',
  inkCartridge: 'ink',
  wasteInk: 'waste',
  opc: 'drum',
  drum: 'drum',
  developer: 'developer',
  fuser: 'fuser',
  transferUnit: 'transfer',
  belt_unit: 'transfer',
  staples: 'staples',
  pf_kit_1: 'maintenance',
};
const CLASSES: Readonly<Record<string, string>> = {
  supplyThatIsConsumed: 'consumed',
  receptacleThatIsFilled: 'receptacle',
};

function supplyFacts({ expected }: Expectation, supplies: readonly Supply[]): Fact[] {
  return expected.supplies.flatMap((row): Fact[] => {
    const kind = KINDS[row.type ?? ''];
    const color = row.color ?? 'none';
    const supply = supplies.find((found) =>
      row.index === undefined ? found.kind === kind && found.color === color : found.index === row.index,
    );
    const wanted = row.level_state === undefined ? 'percent' : (STATES[row.level_state] ?? row.level_state);
    const percent = row.percent ?? null;
    const fact = (what: string, expect: string, actual: string | undefined): Fact => [
      `supply ${what}`,
      expect,
      actual ?? 'no such row',
      expect === actual,
    ];
    const descriptions = [row.description, row.librenms_description].filter((text) => text !== undefined);
    return [
      fact('state', wanted, supply?.levelState),
      fact('percent', String(percent), supply && String(supply.levelPercent)),
      ...(kind === undefined ? [] : [fact('kind', kind, supply?.kind)]),
      ...(row.color ? [fact('color', row.color, supply?.color)] : []),
      ...(CLASSES[row.class ?? ''] ? [fact('class', CLASSES[row.class ?? ''] ?? '', supply?.class)] : []),
      ...(row.index === undefined || descriptions.length === 0
        ? []
        : [descriptionFact(descriptions, supply?.description)]),
    ];
  });
}

function descriptionFact(accepted: readonly string[], actual: string | undefined): Fact {
  return [
    'supply description',
    accepted.join(' | '),
    actual ?? 'no such row',
    accepted.includes(actual ?? ''),
  ];
}

function statusFacts({ expected }: Expectation, { status }: DecodedPoll): Fact[] {
  if (!expected.status) return [];
  const { hrDeviceStatus, hrPrinterDetectedErrorState_hex: hex } = expected.status;
  const bits = expected.status.hrPrinterDetectedErrorState_bits;
  const state = { 2: 'idle', 3: 'warning', 5: 'down' }[hrDeviceStatus ?? 0];
  return [
    ...(state === undefined ? [] : [['status', state, status.state, state === status.state] as const]),
    ...(hex === undefined
      ? []
      : [['error bits', bits.join(), status.errors.join(), bits.join() === status.errors.join()] as const]),
  ];
}

function alertFacts({ expected }: Expectation, alerts: readonly Alert[]): Fact[] {
  const severity = (level: number) => ({ 3: 'critical', 4: 'warning', 5: 'warning' })[level] ?? 'other';
  return expected.alerts.map((row, i): Fact => {
    const wanted = `${severity(row.severity)} ${row.code} ${row.description}`;
    const found = alerts[i];
    const actual = found === undefined ? 'absent' : `${found.severity} ${found.code} ${found.description}`;
    return ['alert', wanted, actual, wanted === actual];
  });
}

/** Graded and right values per vendor and kind, as lines of text. */
export function table(grades: readonly Grade[]): string {
  const cells = new Map<string, { graded: number; right: number }>();
  for (const { vendor, kind, right } of grades) {
    const key = `${vendor.padEnd(16)} ${kind.replace(/ (copy|print|scan|fax)_.*/, ' $1_*').padEnd(22)}`;
    const cell = cells.get(key) ?? { graded: 0, right: 0 };
    cells.set(key, { graded: cell.graded + 1, right: cell.right + (right ? 1 : 0) });
  }
  const lines = [...cells].sort().map(([key, cell]) => `${key} ${count(cell.graded)} ${count(cell.right)}`);
  const right = grades.filter((entry) => entry.right).length;
  const head = `${'vendor'.padEnd(16)} ${'kind'.padEnd(22)} graded  right`;
  return [head, ...lines, `${'all'.padEnd(39)} ${count(grades.length)} ${count(right)}`].join('\n');
}

function count(number: number): string {
  return String(number).padStart(6);
}
