/** Machines of the mock: a dozen told by hand so that every state is there, the others filled in evenly. */
export type LevelTuple = number | 'some' | 'unknown' | 'unrestricted' | 'unscaled' | 'not-monitored';

export interface MockSupply {
  readonly id: string;
  readonly slot: string;
  readonly kind: string;
  readonly color: string;
  readonly class: string;
  readonly description: string;
  readonly cartridgeSerial: string | null;
  readonly low: boolean;
  readonly level: { state: string; percent: number | null; at: string | null; source: string | null };
  readonly daysLeft: { low: number; high: number } | null;
  readonly reorderPercent: number | null;
}

export interface MockDevice {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly maker: string;
  readonly model: string;
  readonly serialNumber: string;
  readonly equipmentId: string;
  readonly monitored: boolean;
  readonly state: string;
  readonly errors: readonly string[];
  readonly lastSeenAt: string | null;
  readonly site: MockSite;
  readonly floor: string | null;
  readonly room: string | null;
  readonly department: string | null;
  readonly ipAddress: string | null;
  readonly supplies: readonly MockSupply[];
  readonly meters: readonly object[];
  readonly alerts: readonly object[];
  readonly viewerCanUpdate: boolean;
}

export interface MockSite {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

const site = (id: string, customerId: string, city: string, street: string, country = 'IT'): MockSite => ({
  id,
  customerId,
  name: `${city}, ${street}`,
  street,
  postalCode: '20123',
  city,
  country,
});

export const sites: readonly MockSite[] = [
  site('site-milano', 'customer-rossi', 'Milano', 'Via Torino 12'),
  site('site-torino', 'customer-rossi', 'Torino', 'Corso Re 8'),
  site('site-bari', 'customer-rossi', 'Bari', 'Lungomare 3'),
  site('site-utrecht', 'customer-vries', 'Utrecht', 'Oudegracht 41', 'NL'),
  site('site-zwolle', 'customer-vries', 'Zwolle', 'Melkmarkt 7', 'NL'),
];

interface Told {
  readonly name: string;
  readonly model: readonly [maker: string, model: string];
  readonly site: string;
  readonly state?: string;
  readonly errors?: readonly string[];
  /** Minutes since the last answer; null for never. */
  readonly seenMinutesAgo?: number | null;
  /** Cyan, magenta, yellow, black; one value for a black machine. */
  readonly toner: readonly LevelTuple[];
  readonly others?: readonly (readonly [kind: string, description: string, level: LevelTuple])[];
  readonly place?: readonly [floor: string, room: string];
}

/** prtAlertCode of some error states, as machines give both. */
const alertCodes: Readonly<Record<string, number>> = { jammed: 8, lowToner: 1104 };

const c300: Told['model'] = ['Konica Minolta', 'bizhub C300i'];

const told: readonly Told[] = [
  {
    name: 'Reception, 2nd floor',
    model: c300,
    site: 'site-milano',
    toner: [62, 9, 38, 74],
    others: [
      ['WASTE', 'Waste Toner Box', 'some'],
      ['DRUM', 'Drum Unit K', 'unknown'],
    ],
    place: ['2', '2.04'],
  },
  {
    name: 'Archive',
    model: ['Kyocera', 'ECOSYS M3145dn'],
    site: 'site-milano',
    state: 'DOWN',
    errors: ['jammed'],
    seenMinutesAgo: 1,
    toner: [31],
  },
  {
    name: 'Claims, left wing',
    model: ['Ricoh', 'IM C4500'],
    site: 'site-torino',
    state: 'SILENT',
    seenMinutesAgo: 3 * 24 * 60 + 60,
    toner: [44, 47, 51, 12],
  },
  { name: 'Board room', model: ['HP', 'LaserJet M480f'], site: 'site-torino', toner: [80, 78, 83, 90] },
  {
    name: 'Post room',
    model: ['Brother', 'MFC-L8900CDW'],
    site: 'site-bari',
    state: 'NOT_MONITORED',
    seenMinutesAgo: null,
    toner: ['not-monitored', 'not-monitored', 'not-monitored', 'not-monitored'],
  },
  { name: 'Legal', model: ['Konica Minolta', 'bizhub 4752'], site: 'site-bari', toner: [22] },
  {
    name: 'Accounts, second printer beside the window of the large meeting room',
    model: c300,
    site: 'site-milano',
    state: 'WARNING',
    errors: ['lowToner', 'inputTrayEmpty'],
    toner: [55, 61, 4, 70],
    others: [
      ['WASTE', 'Waste Toner Box', 30],
      ['FUSER', 'Fusing Unit', 'unscaled'],
      ['STAPLES', 'Staples', 'unrestricted'],
    ],
  },
  { name: 'Call centre', model: ['HP', 'LaserJet M404'], site: 'site-torino', toner: ['some'] },
  {
    name: 'Warehouse gate',
    model: ['HP', 'LaserJet M404'],
    site: 'site-bari',
    state: 'DOWN',
    errors: ['doorOpen', 'serviceRequested'],
    toner: ['unknown'],
  },
];

const fillers = [
  'Sales',
  'Lobby',
  'Underwriting',
  'Training',
  'Archive annex',
  'Reading room',
  'Workshop',
  'Office',
];

const minutesAgo = (now: number, minutes: number) => new Date(now - minutes * 60_000).toISOString();

const stateOf = {
  some: 'SOME',
  unknown: 'UNKNOWN',
  unrestricted: 'UNRESTRICTED',
  unscaled: 'UNSCALED',
} as const;

function level(value: LevelTuple, at: string | null): MockSupply['level'] {
  if (value === 'not-monitored') return { state: 'NOT_MONITORED', percent: null, at: null, source: null };
  if (typeof value === 'number') return { state: 'PERCENT', percent: value, at, source: 'DEVICE' };
  return { state: stateOf[value], percent: null, at, source: 'DEVICE' };
}

function supply(
  id: string,
  kind: string,
  color: string,
  text: string,
  value: LevelTuple,
  at: string | null,
): MockSupply {
  const known = typeof value === 'number' && kind !== 'WASTE';
  return {
    id,
    slot: id,
    kind,
    color,
    class: kind === 'WASTE' ? 'RECEPTACLE' : 'CONSUMED',
    description: text,
    cartridgeSerial: known ? `CRU-${4711 + value}` : null,
    low: typeof value === 'number' && value <= 12,
    level: level(value, at),
    reorderPercent: known ? 15 : null,
    daysLeft: known ? { low: Math.round(value * 0.42), high: Math.round(value * 0.68) + 1 } : null,
  };
}

function suppliesOf(id: string, row: Told, at: string | null): MockSupply[] {
  const colors = row.toner.length === 1 ? ['BLACK'] : ['CYAN', 'MAGENTA', 'YELLOW', 'BLACK'];
  const toner = row.toner.map((value, index) => {
    const color = colors[index] ?? 'BLACK';
    return supply(`${id}-toner-${color}`, 'TONER', color, `Toner ${color.toLowerCase()}`, value, at);
  });
  const others = (row.others ?? []).map(([kind, text, value]) =>
    supply(`${id}-${kind}`, kind, 'NONE', text, value, at),
  );
  return [...toner, ...others];
}

function metersOf(id: string, now: number, at: string | null, index: number): object[] {
  const black = 184_203 - index * 2713;
  const meter = (kind: string, value: number | null, readAt: string | null, source: string | null) => ({
    id: `${id}-${kind}`,
    kind,
    unit: 'IMPRESSIONS',
    value,
    readAt,
    source,
  });
  return [
    meter('mono', black, at, at && 'DEVICE'),
    meter('color', Math.round(black / 3), at, at && 'DEVICE'),
    meter('a3', 2410, at, at && 'DEVICE'),
    meter('scan', 35_120, minutesAgo(now, 19 * 24 * 60), 'PORTAL'),
    meter('duplex', null, null, null),
  ];
}

function device(row: Told, index: number, now: number): MockDevice {
  const place = sites.find(({ id }) => id === row.site);
  if (!place) throw new Error(`the mock has no site ${row.site}`);
  const id = `device-${String(index + 1).padStart(3, '0')}`;
  const seen = row.seenMinutesAgo === undefined ? 2 + (index % 7) : row.seenMinutesAgo;
  const at = seen === null ? null : minutesAgo(now, seen);
  return {
    id,
    customerId: place.customerId,
    name: row.name,
    maker: row.model[0],
    model: row.model[1],
    serialNumber: `AA2J0210${String(44_710 + index * 13)}`,
    equipmentId: `E-${String(7000 + index)}`,
    monitored: row.state !== 'NOT_MONITORED',
    state: row.state ?? 'WORKING',
    errors: row.errors ?? [],
    lastSeenAt: at,
    site: place,
    floor: row.place?.[0] ?? null,
    room: row.place?.[1] ?? null,
    department: null,
    ipAddress: seen === null ? null : `10.20.${index}.15`,
    supplies: suppliesOf(id, row, at),
    meters: metersOf(id, now, at, index),
    alerts: (row.errors ?? []).map((error, n) => ({
      id: `${id}-alert-${n}`,
      severity: row.state === 'DOWN' ? 'CRITICAL' : 'WARNING',
      code: alertCodes[error] ?? null,
      description: alertCodes[error] ? error.toUpperCase() : error,
      raisedAt: minutesAgo(now, 130),
    })),
    viewerCanUpdate: true,
  };
}

/** Sixty machines as they are at the instant `now` (milliseconds since 1970). */
export function makeDevices(now: number): MockDevice[] {
  const rows = Array.from({ length: 60 }, (_, index): Told => {
    const row = told[index];
    if (row) return row;
    const place = sites[index % sites.length];
    const level = 20 + ((index * 37) % 75);
    return {
      name: `${fillers[index % fillers.length]} ${index}`,
      model: index % 3 === 0 ? ['HP', 'LaserJet M404'] : c300,
      site: place?.id ?? 'site-milano',
      toner: index % 3 === 0 ? [level] : [level, (level * 3) % 100, (level * 7) % 100, (level * 5) % 100],
    };
  });
  return rows.map((row, index) => device(row, index, now));
}
