import { decodeIpp } from './decode-ipp';

const decode = (attributes: Record<string, unknown[]>) => decodeIpp(new Map(Object.entries(attributes)));

test('an answer without attributes is a device of which nothing is known', () => {
  expect(decode({})).toEqual({
    identity: { maker: null, model: null, serial: null, firmware: null, name: null, location: null },
    status: { state: 'unknown', errors: [] },
    meters: [],
    supplies: [],
    alerts: [],
  });
});

test.each([
  [3, ['none'], 'idle', []],
  [4, ['none'], 'printing', []],
  [5, ['media-jam-error', 'media-empty-error'], 'down', ['jammed', 'noPaper']],
  [3, ['marker-supply-low-warning'], 'warning', ['lowToner']],
  [3, ['wifi-not-configured-report'], 'idle', []],
  [3, ['door-open'], 'warning', ['doorOpen']],
  [7, [], 'other', []],
] as const)('printer-state %s for %j', (state, reasons, expected, errors) => {
  expect(decode({ 'printer-state': [state], 'printer-state-reasons': [...reasons] }).status).toEqual({
    state: expected,
    errors,
  });
});

test.each([
  [60, 'toner', { levelState: 'percent', levelPercent: 60 }],
  [-3, 'toner', { levelState: 'some', levelPercent: null }],
  [-2, 'toner', { levelState: 'unknown', levelPercent: null }],
  [-1, 'toner', { levelState: 'unrestricted', levelPercent: null }],
  [255, 'toner', { levelState: 'unknown', levelPercent: null }],
  [0, 'waste-toner', { levelState: 'unknown', levelPercent: null }],
])('marker-levels %s of %s', (level, type, expected) => {
  const [supply] = decode({
    'marker-names': ['Part'],
    'marker-types': [type],
    'marker-levels': [level],
  }).supplies;
  expect(supply).toMatchObject(expected);
});

test('printer-supply knows more than the markers, and wins', () => {
  const { supplies } = decode({
    'marker-names': ['cyan ink', 'waste'],
    'marker-types': ['ink-cartridge', 'waste-ink'],
    'marker-colors': ['#00FFFF', 'none'],
    'marker-levels': [60, 5],
    'printer-supply': [
      'type=inkCartridge;maxcapacity=200;level=120;class=supplyThatIsConsumed;unit=percent;colorantname=cyan;',
      new TextEncoder().encode(
        'type=wasteInk;maxcapacity=100;level=95;class=receptacleThatIsFilled;unit=percent;',
      ),
    ],
    'printer-supply-description': ['Cyan Cartridge', 'Waste Ink Box'],
  });
  expect(supplies).toMatchObject([
    {
      index: 'ipp.1',
      description: 'Cyan Cartridge',
      kind: 'ink',
      color: 'cyan',
      class: 'consumed',
      levelPercent: 60,
      capacity: 200,
    },
    {
      index: 'ipp.2',
      description: 'Waste Ink Box',
      kind: 'waste',
      color: 'none',
      class: 'receptacle',
      levelPercent: 95,
    },
  ]);
});

test('three colours in one cartridge are none of them', () => {
  const { supplies } = decode({
    'marker-names': ['Tri-color', 'BK'],
    'marker-types': ['ink-cartridge', 'ink-cartridge'],
    'marker-colors': ['#00FFFF#FF00FF#FFFF00', '#000000'],
    'marker-levels': [10, 20],
  });
  expect(supplies.map(({ color }) => color)).toEqual(['other', 'black']);
});

test('values of a kind that nobody expects are left out', () => {
  const poll = decode({
    'printer-state': ['three'],
    'printer-name': [{ lang: 'en', value: 'Lobby' }],
    'marker-names': ['Black'],
    'marker-levels': ['full'],
    'printer-impressions-completed': [-4],
    'printer-alert-description': [17, 'feed roller needed soon'],
    'printer-alert': ['code=other', 'severity=warningUnaryChangeEvent;code=x'],
  });
  expect(poll.identity.name).toBe('Lobby');
  expect(poll.status.state).toBe('unknown');
  expect(poll.supplies[0]?.levelState).toBe('unknown');
  expect(poll.meters).toEqual([]);
  expect(poll.alerts[1]).toEqual({ severity: 'warning', code: null, description: 'feed roller needed soon' });
});
