import { buildDevice, buildSite } from '../../test/factories';
import { addPastReads, noReads } from './past-reads';

const seenAt = new Date('2026-11-20T10:00:00Z');

function readsOf(overrides: Parameters<typeof buildDevice>[1]) {
  const past = noReads();
  const present = noReads();
  addPastReads(buildDevice(buildSite(), overrides), seenAt, past, present);
  const list = (reads: typeof past) =>
    reads.value.map((value, index) => [
      reads.kind[index],
      reads.readAt[index]?.toISOString().slice(5, 16),
      value,
    ]);
  return { past: list(past), present: list(present) };
}

test('monthly volumes become weekly counter values that end each month whole', () => {
  const { past, present } = readsOf({
    startMeters: { mono: 1000, color: 0 },
    monthlyVolumes: [
      { mono: 300, color: 0 },
      { mono: 190, color: 0 },
    ],
  });
  expect(past.map(([, at, value]) => [at, value])).toEqual([
    ['10-01T00:00', 1000],
    ['10-08T00:00', 1067],
    ['10-15T00:00', 1135],
    ['10-22T00:00', 1203],
    ['10-29T00:00', 1270],
    ['10-31T23:59', 1300],
    ['11-01T00:00', 1300],
    ['11-08T00:00', 1368],
    ['11-15T00:00', 1436],
  ]);
  expect(present).toEqual([['total', '11-20T10:00', 1490]]);
});

test('a machine that prints in colour has three counters', () => {
  const { present } = readsOf({
    startMeters: { mono: 10, color: 5 },
    monthlyVolumes: [{ mono: 2, color: 3 }],
  });
  expect(present).toEqual([
    ['mono', '11-20T10:00', 12],
    ['color', '11-20T10:00', 8],
    ['total', '11-20T10:00', 20],
  ]);
});

test('of a machine without a past nothing is made up', () => {
  expect(readsOf({ monthlyVolumes: [] })).toEqual({ past: [], present: [] });
});

test('shares of the pages are counters of their own: sheets on both sides, A3, scans', () => {
  const { present } = readsOf({
    startMeters: { mono: 100, color: 0 },
    monthlyVolumes: [{ mono: 900, color: 0 }],
    shares: { duplex: 0.5, a3: 0.1, scan: 0.3 },
  });
  expect(present.map(([kind, , value]) => [kind, value])).toEqual([
    ['total', 1000],
    ['duplex', 250],
    ['a3', 100],
    ['scan', 300],
  ]);
});
