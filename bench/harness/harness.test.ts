import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Row } from './bench';
import { cpuMsOfTree, parseStat } from './process-cpu';
import { makeReport } from './report';
import { canonical } from './same-answers';
import { median, percentile } from './statistics';

describe('statistics of a bench', () => {
  it('take the middle, and the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });

  it('take the nearest rank as percentile', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile(values, 0.5)).toBe(50);
    expect(percentile([7], 0.99)).toBe(7);
  });
});

describe('CPU of a process', () => {
  it('is read past names with brackets and spaces', () => {
    const line = '42 (a) b (c) S 7 42 42 0 -1 4194304 1 0 0 0 31 11 0 0 20 0 1 0 100 1 1';
    expect(parseStat(line)).toEqual({ parent: 7, ticks: 42 });
  });

  it('grows while the process works, and that of its children counts', async () => {
    const spin = `const end = Date.now() + 400; while (Date.now() < end); process.send('spun');`;
    const child = spawn(process.execPath, ['-e', spin], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const before = cpuMsOfTree(process.pid);
    await once(child, 'message');
    expect(cpuMsOfTree(process.pid) - before).toBeGreaterThan(0);
    child.kill();
  });
});

describe('a report', () => {
  const row: Row = { contender: 'floor', op: 'list', cpuMsPerOp: 0.12345, ratePerS: 1, p50Ms: 1, p99Ms: 1 };

  it('has the fields that programs read, rounded', () => {
    const goals = { a_over_b: { bound: 0.35, better: 'lower' } } as const;
    expect(makeReport('gateway', [row], { a_over_b: 0.34999 }, goals)).toEqual({
      bench: 'gateway',
      rows: [{ ...row, cpuMsPerOp: 0.123 }],
      ratios: { a_over_b: 0.35 },
      goals: { a_over_b: 0.35 },
      met: true,
    });
  });

  it.each([
    ['lower', 0.36, false],
    ['lower', 0.35, true],
    ['higher', 0.34, false],
    ['higher', 0.35, true],
  ] as const)('judges %s is better, bound 0.35, ratio %d: %s', (better, ratio, met) => {
    expect(makeReport('x', [], { key: ratio }, { key: { bound: 0.35, better } }).met).toBe(met);
  });

  it('does not meet a goal that nothing was measured for', () => {
    expect(makeReport('x', [], {}, { key: { bound: 1, better: 'lower' } }).met).toBe(false);
  });
});

describe('answers of contenders', () => {
  it('are compared whatever the order of their keys, not of their lists', () => {
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: 2 })).toBe(
      canonical({ a: 2, b: [1, { c: 'x', d: null }] }),
    );
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});
