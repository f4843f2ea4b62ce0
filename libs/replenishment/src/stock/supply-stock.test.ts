import fc from 'fast-check';
import { calendar, leadTimes, monday, unitOf } from '../../test/story';
import type { SeenSwap } from '../estimate/supply-state';
import { arrivedWithin, leadTimesOf } from './lead-time';
import { type OrderedUnit, stockOf } from './supply-stock';

const swapOn = (day: number): SeenSwap => ({ day, evidence: 'serial', residuePoints: 0, early: 0 });

function stateAfter(
  days: number,
  orders: readonly Partial<OrderedUnit>[],
  seen: { swaps?: number[]; dryOn?: number[] } = {},
) {
  const units = orders.map((order, index) => unitOf({ orderId: `order-${index}`, ...order }));
  const estimate = {
    swaps: (seen.swaps ?? []).map((day) => swapOn(monday + day)),
    dryOn: (seen.dryOn ?? []).map((day) => monday + day),
    forgottenSwapOn: null,
  };
  return stockOf(units, estimate, { today: monday + days, calendar, leadTimes });
}

describe('what lies beside a device or is on its way', () => {
  const cases: [string, number, Partial<OrderedUnit>[], { swaps?: number[]; dryOn?: number[] }, string][] = [
    ['nothing was ever sent', 0, [], {}, 'OK'],
    ['ordered', 1, [{}], {}, 'ORDERED'],
    ['shipped', 2, [{ shippedOn: monday + 1 }], {}, 'SHIPPED'],
    ['delivered', 3, [{ deliveredOn: monday + 2 }], {}, 'ON_SITE'],
    ['put in', 9, [{ deliveredOn: monday + 2 }], { swaps: [8] }, 'INSTALLED'],
    ['lost', 9, [{ lostOn: monday + 8 }], {}, 'LOST'],
    ['returned', 9, [{ deliveredOn: monday + 2, returnedOn: monday + 8 }], {}, 'RETURNED'],
    ['cancelled', 9, [{ cancelledOn: monday + 1 }], {}, 'CANCELLED'],
    ['rule: not reported within the normal window is on site', 25, [{}], {}, 'ON_SITE'],
    ['rule: two days of "empty" end the belief in a spare', 30, [{}], { dryOn: [29] }, 'EXPIRED'],
    ['a swap that an order may have brought closes it', 4, [{}], { swaps: [3] }, 'INSTALLED'],
    ['a swap before it can have come was from the van', 2, [{}], { swaps: [1] }, 'ORDERED'],
    [
      'rule: an emergency says that no spare was there',
      11,
      [{ deliveredOn: monday + 2 }, { placedOn: monday + 10, emergency: true }],
      {},
      'ORDERED',
    ],
    [
      'an emergency is put in before what was lost',
      12,
      [{}, { placedOn: monday + 9, emergency: true, deliveredOn: monday + 10 }],
      { swaps: [10] },
      'ORDERED',
    ],
  ];
  test.each(cases)('%s', (_, days, orders, seen, state) => {
    expect(stateAfter(days, orders, seen).state).toBe(state);
  });

  test('a delivery that nobody reported is marked as supposed', () => {
    expect(stateAfter(25, [{}]).units).toMatchObject([{ state: 'ON_SITE', supposed: true }]);
  });

  test('the same facts give the same stock in any order', () => {
    const order = fc.record({
      orderId: fc.uuid(),
      placedOn: fc.integer({ min: monday, max: monday + 60 }),
      emergency: fc.boolean(),
      deliveredOn: fc.option(fc.integer({ min: monday, max: monday + 90 })),
    });
    const orders = fc.uniqueArray(order, { maxLength: 5, selector: ({ orderId }) => orderId });
    const shuffled = orders.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        const seen = { swaps: [swapOn(monday + 40)], dryOn: [], forgottenSwapOn: null };
        const context = { today: monday + 80, calendar, leadTimes };
        expect(stockOf(mixed.map(unitOf), seen, context)).toEqual(stockOf(all.map(unitOf), seen, context));
      }),
    );
  });
});

describe('lead times', () => {
  test('are the promise with a tail of late parcels', () => {
    const sum = leadTimes.reduce((total, [, weight]) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 9);
    expect(leadTimes[0]).toEqual([2, 0.6 * 0.92]);
    expect(arrivedWithin(leadTimes, 0.9)).toBe(3);
    expect(arrivedWithin(leadTimes, 0.995)).toBe(7);
  });

  test('move to what a carrier really takes', () => {
    const slow = leadTimesOf(
      [[2, 1]],
      Array.from({ length: 400 }, () => 6),
    );
    expect(arrivedWithin(slow, 0.5)).toBe(6);
  });
});
