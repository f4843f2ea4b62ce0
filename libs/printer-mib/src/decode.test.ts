import { decodePoll, vendorPlan } from './decode';
import { host, printer, system } from './oids';
import type { VarbindValue } from './varbinds';

const E = '1.3.6.1.4.1';
const octets = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** A network that is only a map: rows of the supplies table given by column name, the rest by OID. */
function answers(rows: Record<string, VarbindValue>): Map<string, VarbindValue> {
  return new Map(Object.entries(rows));
}

function supplyRow(columns: Partial<Record<keyof typeof printer, VarbindValue>>, index = '1.1') {
  return answers(
    Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [
        `${printer[name as keyof typeof printer]}.${index}`,
        value,
      ]),
    ),
  );
}

test('no answers decode to a device that says nothing', () => {
  expect(decodePoll(new Map())).toEqual({
    identity: { maker: null, model: null, serial: null, firmware: null, name: null, location: null },
    status: { state: 'unknown', errors: [] },
    meters: [],
    supplies: [],
    alerts: [],
  });
});

describe('levels', () => {
  test.each([
    [40, 100, 'percent', 40],
    [7500, 15000, 'percent', 50],
    [0, 100, 'percent', 0],
    [-3, -2, 'some', null],
    [-2, 100, 'unknown', null],
    [-1, 100, 'unrestricted', null],
    [-7, 100, 'unknown', null],
    [9, -2, 'unscaled', null],
    [9, 0, 'unscaled', null],
    [150, 100, 'unscaled', null],
    [undefined, 100, 'unknown', null],
    ['full', 100, 'unknown', null],
  ])('level %s of %s is %s %s', (level, capacity, levelState, levelPercent) => {
    const columns = { prtMarkerSuppliesDescription: 'Black Toner', prtMarkerSuppliesMaxCapacity: capacity };
    const row = supplyRow(level === undefined ? columns : { ...columns, prtMarkerSuppliesLevel: level });
    expect(decodePoll(row).supplies[0]).toMatchObject({ levelState, levelPercent });
  });
});

describe('supplies', () => {
  test.each([
    ['TK-9999C', 3, 'toner', 'cyan', 'consumed'],
    ['Tonerauffangbehälter', 4, 'waste', 'none', 'receptacle'],
    ['Toner Collection Unit', undefined, 'waste', 'none', 'receptacle'],
    ['Trommel (Gelb)', undefined, 'drum', 'yellow', 'consumed'],
    ['黑色墨粉', undefined, 'toner', 'black', 'consumed'],
    ['Image Transfer Belt Unit', undefined, 'transfer', 'none', 'consumed'],
    ['ADF Roller', 1, 'maintenance', 'none', 'consumed'],
    ['Staple Cartridge', 32, 'staples', 'none', 'consumed'],
    ['Light Cyan Ink', 5, 'ink', 'cyan', 'consumed'],
    ['Thing', undefined, 'other', 'none', 'consumed'],
  ])('%s of type %s is %s %s, %s', (description, type, kind, color, supplyClass) => {
    const columns = { prtMarkerSuppliesDescription: description, prtMarkerSuppliesLevel: -3 };
    const row = supplyRow(type === undefined ? columns : { ...columns, prtMarkerSuppliesType: type });
    expect(decodePoll(row).supplies[0]).toMatchObject({ kind, color, class: supplyClass });
  });

  test('the only cartridge of a device is black; with a second one nobody knows', () => {
    const one = supplyRow({ prtMarkerSuppliesDescription: 'Cartridge 719', prtMarkerSuppliesLevel: 7 });
    const two = new Map([...one, ...supplyRow({ prtMarkerSuppliesDescription: 'Cartridge 720' }, '1.2')]);
    expect(decodePoll(one).supplies.map((row) => row.color)).toEqual(['black']);
    expect(decodePoll(two).supplies.map((row) => row.color)).toEqual(['none', 'none']);
  });

  test.each([
    ['Black Toner, PN 006R0;SN48178', '48178'],
    ['Black Toner S/N:CRUM-123', 'CRUM-123'],
    ['Black Toner S/N:', null],
    ['Fuser, PN unknown;SNunknown', null],
  ])('the serial number in "%s" is %s', (description, serial) => {
    expect(decodePoll(supplyRow({ prtMarkerSuppliesDescription: description })).supplies[0]?.serial).toBe(
      serial,
    );
  });

  test('rows are in the order of their indexes as numbers', () => {
    const rows = ['1.10', '1.2', '1.1'].flatMap((index) => [
      ...supplyRow({ prtMarkerSuppliesLevel: 1 }, index),
    ]);
    expect(decodePoll(new Map(rows)).supplies.map((row) => row.index)).toEqual(['1.1', '1.2', '1.10']);
  });
});

describe('meters', () => {
  const life = `${printer.prtMarkerLifeCount}.1.1`;

  test.each([
    ['a count', 4711, [4711]],
    ['a true zero', 0, [0]],
    ['Counter32 at its limit', 4_294_967_295, []],
    ['a negative code', -2, []],
    ['text', '12', []],
  ])('%s', (_, value, expected) => {
    expect(decodePoll(answers({ [life]: value })).meters.map((meter) => meter.value)).toEqual(expected);
  });

  test.each([
    [7, 'impressions'],
    [8, 'sheets'],
    [5, 'other'],
  ])('counter unit %s is %s', (unit, name) => {
    const meters = decodePoll(answers({ [life]: 1, [`${printer.prtMarkerCounterUnit}.1.1`]: unit })).meters;
    expect(meters).toEqual([{ kind: 'total', value: 1, unit: name, source: 'standard' }]);
  });

  test('a Kyocera bills by its own total; mono and colour are sums over print, copy and fax', () => {
    const base = `${E}.1347.42.3.1`;
    const { meters } = decodePoll(
      answers({
        [system.sysObjectID]: `${E}.1347.41`,
        [life]: 900,
        [`${base}.1.1.1.1`]: 500,
        [`${base}.1.1.1.2`]: 300,
        [`${base}.1.1.1.4`]: 20,
        [`${base}.2.1.1.1.1`]: 400,
        [`${base}.2.1.1.1.3`]: 100,
        [`${base}.2.1.1.2.1`]: 250,
        [`${base}.2.1.1.2.3`]: 50,
        [`${base}.2.1.1.4.1`]: 20,
      }),
    );
    const value = (kind: string) => meters.filter((meter) => meter.kind === kind).map((meter) => meter.value);
    expect([value('total'), value('mono'), value('color'), value('scan')]).toEqual([[820], [670], [150], []]);
  });

  test.each([
    [1000, [700], [300]],
    [1001, [], []],
  ])(
    'by-function counters become mono and colour only if they add up to the total (%s)',
    (total, mono, color) => {
      const base = `${E}.18334.1.1.1.5.7.2`;
      const { meters } = decodePoll(
        answers({
          [system.sysObjectID]: `${E}.18334.1`,
          [`${base}.1.1.0`]: total,
          [`${base}.2.1.5.1.1`]: 200,
          [`${base}.2.1.5.1.2`]: 500,
          [`${base}.2.1.5.2.1`]: 100,
          [`${base}.2.1.5.2.2`]: 200,
        }),
      );
      const value = (kind: string) =>
        meters.filter((meter) => meter.kind === kind).map((meter) => meter.value);
      expect([value('mono'), value('color')]).toEqual([mono, color]);
    },
  );

  test('a Ricoh counts by row type; single and full colour are added', () => {
    const table = `${E}.367.3.2.1.2.19.5.1`;
    const rows = [
      [10, 90],
      [401, 40],
      [402, 5],
      [403, 7],
    ].flatMap(([type, value], i) => [
      [`${table}.2.${i + 1}`, type],
      [`${table}.9.${i + 1}`, value],
    ]);
    const { meters } = decodePoll(
      answers({ [system.sysObjectID]: `${E}.367.1.1`, ...Object.fromEntries(rows) }),
    );
    expect(meters.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'total 90',
      'print_mono 40',
      'print_color 12',
    ]);
  });
});

describe('Brother records', () => {
  const base = `${E}.2435.2.3.9.4.2.1.5.5`;
  const device = (records: string, model = 'HL-L1X') =>
    answers({
      [system.sysObjectID]: `${E}.2435.2.3.9.1`,
      [`${host.hrDeviceDescr}.1`]: `Brother ${model} series`,
      [`${base}.8.0`]: octets(records),
    });

  test('hundredths of a percent stand for toner and drum, and go before the rounded percent', () => {
    const { supplies } = decodePoll(device('6f0104000009c481010400000014410104000013 88ff'.replace(' ', '')));
    expect(supplies.map((row) => `${row.index} ${row.color} ${row.levelPercent}`)).toEqual([
      'vendor.black-toner black 25',
      'vendor.drum none 50',
    ]);
  });

  test('old ink models send level and full in one octet each', () => {
    const { supplies } = decodePoll(device('a1010205 14a2010214 14ff'.replaceAll(' ', ''), 'MFC-1C'));
    expect(supplies.map((row) => `${row.kind} ${row.color} ${row.levelPercent}`)).toEqual([
      'ink black 25',
      'ink cyan 100',
    ]);
  });

  test('they fill in what the standard table leaves open, and leave its other rows alone', () => {
    const rows = [
      ...supplyRow({ prtMarkerSuppliesDescription: 'Black Toner', prtMarkerSuppliesLevel: -3 }),
      ...supplyRow({ prtMarkerSuppliesDescription: 'Waste Toner Box', prtMarkerSuppliesLevel: -3 }, '1.2'),
    ];
    const { supplies } = decodePoll(new Map([...device('6f010400000fa0ff'), ...rows]));
    expect(supplies.map((row) => `${row.index} ${row.levelState} ${row.levelPercent}`)).toEqual([
      '1.1 percent 40',
      '1.2 some null',
    ]);
  });

  test.each(['ff', '', '6f01', '6f0104000f', 'ffffffff'])('damaged records "%s" say nothing', (records) => {
    expect(decodePoll(device(records)).supplies).toEqual([]);
  });
});

test('the plan of a maker asks for its objects, and HP alone for a context', () => {
  const hp = vendorPlan(answers({ [system.sysObjectID]: `${E}.11.2.3.9.1` }));
  const sharp = vendorPlan(answers({ [system.sysDescr]: 'SHARP MX-1' }));
  expect([hp.context, sharp.context, vendorPlan(new Map()).context]).toEqual([
    'Jetdirect',
    undefined,
    undefined,
  ]);
  expect(hp.gets).toContain(`${E}.11.2.3.9.4.2.1.4.1.2.6.0`);
  expect(sharp.walks).toEqual([`${E}.2385.1.1.19.2.1.3`, `${E}.2385.1.1.19.2.1.4`]);
});
