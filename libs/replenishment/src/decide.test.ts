import fc from 'fast-check';
import { type SupplyState, decide } from './decide';
import { ledgerStates } from './ledger';
import type { Level, Reading } from './reading';
import { emptyMemory } from './supply-memory';

const settings = { reorderPercent: 20 };
const readAt = new Date('2026-11-21T08:30:00Z');
const at = (level: Level): Reading => ({ readAt, level, cartridgeSerial: null });
const percent = (value: number): Reading => at({ state: 'percent', percent: value });
const believed = (reading: Reading) => ({ accepted: reading, unconfirmed: null, latest: reading });

const low: SupplyState = {
  device: { active: true, monitored: true },
  supplyClass: 'consumed',
  ledger: 'OK',
  liveOrder: false,
  memory: believed(percent(20)),
};

describe('the first reorder rule', () => {
  test('orders at the reorder point and says why', () => {
    expect(decide(low, settings)).toEqual({
      action: 'order',
      reason: {
        code: 'level-at-reorder-point',
        inputs: {
          ledger: 'OK',
          levelState: 'percent',
          levelPercent: 20,
          believedPercent: 20,
          readAt: '2026-11-21T08:30:00.000Z',
          reorderPercent: 20,
        },
      },
    });
  });

  const cases: [string, Partial<SupplyState>, string][] = [
    ['below the reorder point', { memory: believed(percent(0)) }, 'level-at-reorder-point'],
    ['a point above', { memory: believed(percent(20.5)) }, 'level-sufficient'],
    ['a retired device', { device: { active: false, monitored: true } }, 'device-not-active'],
    [
      'R51 a device that is not monitored',
      { device: { active: true, monitored: false } },
      'device-not-monitored',
    ],
    ['a waste box', { supplyClass: 'receptacle' }, 'class-not-covered'],
    ['an open order, whoever placed it', { liveOrder: true }, 'already-on-order'],
    ['ordered', { ledger: 'ORDERED' }, 'already-on-order'],
    ['shipped', { ledger: 'SHIPPED' }, 'already-on-order'],
    ['an unused spare', { ledger: 'ON_SITE' }, 'spare-on-site'],
    ['installed and low again', { ledger: 'INSTALLED' }, 'level-at-reorder-point'],
    ['lost on the way', { ledger: 'LOST' }, 'level-at-reorder-point'],
    ['returned', { ledger: 'RETURNED' }, 'level-at-reorder-point'],
    ['cancelled', { ledger: 'CANCELLED' }, 'level-at-reorder-point'],
    ['believed on site in vain', { ledger: 'EXPIRED' }, 'level-at-reorder-point'],
    ['nothing read', { memory: emptyMemory }, 'nothing-read'],
    ['some left', { memory: believed(at({ state: 'some' })) }, 'level-not-a-number'],
    ['unknown', { memory: believed(at({ state: 'unknown' })) }, 'level-not-a-number'],
    [
      'some left after a low number',
      { memory: { ...believed(percent(5)), latest: at({ state: 'some' }) } },
      'level-not-a-number',
    ],
    [
      'a fall that nothing confirmed yet',
      { memory: { accepted: percent(80), unconfirmed: percent(10), latest: percent(10) } },
      'fall-unconfirmed',
    ],
    [
      'a rise that nothing confirmed yet',
      { memory: { accepted: percent(10), unconfirmed: percent(90), latest: percent(90) } },
      'rise-unconfirmed',
    ],
  ];
  test.each(cases)('%s', (_, change, code) => {
    const decision = decide({ ...low, ...change }, settings);
    expect(decision.reason.code).toBe(code);
    expect(decision.action).toBe(code === 'level-at-reorder-point' ? 'order' : 'wait');
  });

  test('never orders unless everything speaks for it', () => {
    const level = fc.oneof(
      fc
        .constantFrom<Level['state']>('some', 'unknown', 'unrestricted', 'unscaled')
        .map((state) => ({ state }) as Level),
      fc.integer({ min: 0, max: 100 }).map((value): Level => ({ state: 'percent', percent: value })),
    );
    const reading = fc.option(level.map(at));
    const anyState: fc.Arbitrary<SupplyState> = fc.record({
      device: fc.record({ active: fc.boolean(), monitored: fc.boolean() }),
      supplyClass: fc.constantFrom('consumed', 'receptacle'),
      ledger: fc.constantFrom(...ledgerStates),
      liveOrder: fc.boolean(),
      memory: fc.record({ accepted: reading, unconfirmed: reading, latest: reading }),
    });
    fc.assert(
      fc.property(anyState, (state) => {
        if (decide(state, settings).action === 'wait') return;
        expect(state.device).toEqual({ active: true, monitored: true });
        expect(state.supplyClass).toBe('consumed');
        expect(state.liveOrder || ['ORDERED', 'SHIPPED', 'ON_SITE'].includes(state.ledger)).toBe(false);
        expect(state.memory.latest?.level.state).toBe('percent');
        expect(state.memory.accepted?.level).toMatchObject({ state: 'percent' });
      }),
    );
  });
});
