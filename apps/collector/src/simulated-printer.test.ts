import { fixedClock } from '@platen/kernel';
import { type PrinterSimulator, startPrinterSimulator } from '@platen/testing';
import { pollDevice } from './poll-device';
import { pollToJson } from './poll-to-json';
import { Community } from './snmp/credentials';
import { DeviceSilentError } from './snmp/session';

const clock = fixedClock('2026-03-01T08:00:00Z');
let printer: PrinterSimulator;
beforeAll(async () => {
  printer = await startPrinterSimulator({
    port: 0,
    community: 'hush',
    model: 'color-mfp-waste-some',
    serialNumber: 'SIM0001',
    name: 'hall',
    location: 'Ground floor',
    supplies: { black: { level: 40, serial: 'K1' } },
    totalImpressions: 1000,
    colorImpressions: 300,
    pagesPerDay: 240,
    clock,
  });
});
afterAll(() => printer.stop());

const poll = (version: '1' | '2c' = '2c') =>
  pollDevice({ host: printer.address, port: printer.port }, new Community('hush'), {
    version,
    timeoutMs: 500,
  });
const supply = async (color: string) => (await poll()).supplies.find((row) => row.color === color);

test('a simulated printer decodes to everything a poll can say, the same over v1 and v2c', async () => {
  const { requests, ...decoded } = await poll();
  const { requests: requestsV1, ...decodedV1 } = await poll('1');
  expect(decodedV1).toEqual(decoded);
  expect(requests).toBeLessThan(requestsV1);
  expect(decoded.identity).toEqual({
    maker: 'HP',
    model: 'Color LaserJet MFP M480x',
    serial: 'SIM0001',
    firmware: '20260301',
    name: 'hall',
    location: 'Ground floor',
  });
  expect(decoded.meters.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    'total 1000',
    'mono 700',
    'color 300',
  ]);
  expect(
    decoded.supplies.map((row) => `${row.kind} ${row.color} ${row.levelState} ${row.levelPercent}`),
  ).toEqual([
    'toner black percent 40',
    'toner cyan percent 100',
    'toner magenta percent 100',
    'toner yellow percent 100',
    'waste none some null',
  ]);
  expect(decoded.supplies[0]).toMatchObject({
    index: '1.1',
    serial: 'K1',
    class: 'consumed',
    unit: 'percent',
  });
  expect(decoded.status).toEqual({ state: 'idle', errors: [] });
  expect(decoded.alerts).toEqual([]);
});

test('counters and toner follow the clock, and low toner raises an alert until it is replaced', async () => {
  clock.advance(6 * 3_600_000);
  expect((await poll()).meters[0]?.value).toBe(1060);
  printer.print(2340);
  const low = await poll();
  expect(low.supplies[0]).toMatchObject({ levelState: 'percent', levelPercent: 8 });
  expect(low.status).toEqual({ state: 'warning', errors: ['lowToner'] });
  expect(low.alerts).toEqual([{ severity: 'warning', code: 1104, description: 'Black Cartridge low' }]);
  printer.replaceCartridge('black', 'K2');
  expect(await supply('black')).toMatchObject({ levelPercent: 100, serial: 'K2' });
  expect((await poll()).alerts).toEqual([]);
});

test('levels may be states instead of numbers', async () => {
  printer.setLevel('cyan', 'some');
  printer.setLevel('yellow', 'unknown');
  expect(await supply('cyan')).toMatchObject({ levelState: 'some', levelPercent: null });
  expect(await supply('yellow')).toMatchObject({ levelState: 'unknown', levelPercent: null });
});

test('the JSON of a poll has the agreed fields and no community in it', async () => {
  const json = await pollToJson(`udp://${printer.address}:${printer.port}`, {
    community: 'hush',
    timeoutMs: 500,
  });
  const keys = ['identity', 'status', 'meters', 'supplies', 'alerts', 'requests'];
  expect(Object.keys(JSON.parse(json))).toEqual(keys);
  expect(json).not.toContain('hush');
});

test('a wrong community is met with silence, and the error does not repeat it', async () => {
  const attempt = pollDevice({ host: printer.address, port: printer.port }, new Community('wrong'), {
    timeoutMs: 50,
    retries: 1,
  });
  await expect(attempt).rejects.toThrow(DeviceSilentError);
  await expect(attempt).rejects.not.toThrow(/wrong/);
});
