import fc from 'fast-check';
import { DeviceStory, calendar, folding, leadTimes, monday, unitOf } from '../../test/story';
import { estimateOf, withSighting } from '../estimate/track';
import { emptyBy, forecastOf } from './forecast';
import { type PlanContext, planSupply, usualSettings } from './plan';
import { planParcel } from './plan-parcel';
import { riskLimitOf } from './risk-limit';

const steady = () => new DeviceStory().falls(100, 60, 1);
const low = () => new DeviceStory().falls(60, 8, 1);

describe('what to do about a supply, and why', () => {
  test('waits while a later order would still be in time, and orders when it would not', () => {
    expect(steady().plan()).toMatchObject({ action: 'wait', reason: { code: 'risk-acceptable' } });
    const { action, reason } = low().plan();
    expect(action).toBe('order');
    expect(reason.code).toBe('risk-above-limit');
    expect(reason.inputs.risk).toBeGreaterThan(reason.inputs.riskLimit);
    expect(reason.inputs).toMatchObject({ ledger: 'OK', pointsPerDay: expect.closeTo(1, 0) });
    expect(JSON.parse(JSON.stringify(reason))).toEqual(reason);
  });

  test('tells when it is expected to be empty, as a range', () => {
    const { empty } = steady().plan().reason.inputs;
    const expected = calendar.businessDayAfter(monday, 100);
    expect(empty?.earliest).toBeLessThan(expected);
    expect(empty?.latest).toBeGreaterThan(expected);
    expect(Math.abs((empty?.likely ?? 0) - expected)).toBeLessThan(21);
  });

  const blocked: [string, DeviceStory, Partial<PlanContext>, string][] = [
    ['an order under way', low().sends({}), {}, 'already-on-order'],
    [
      'rule: one live order per supply, whoever sent it',
      low().sends({ emergency: true }),
      {},
      'already-on-order',
    ],
    ['an unused spare', low().sends({ placedOn: monday, deliveredOn: monday + 3 }), {}, 'spare-on-site'],
    ['nothing heard', new DeviceStory(), {}, 'nothing-read'],
    ['rule: silence opens a case, not an order', low().silence(20), {}, 'silent'],
    [
      'a retired device',
      low(),
      { device: { active: false, monitored: true, neededUntil: null } },
      'device-not-active',
    ],
    [
      'R51 a device that is not monitored',
      low(),
      { device: { active: true, monitored: false, neededUntil: null } },
      'device-not-monitored',
    ],
    [
      'rule: the contract ends before it is empty',
      steady(),
      { device: { active: true, monitored: true, neededUntil: monday + 70 } },
      'not-needed-before-end',
    ],
  ];
  test.each(blocked)('waits: %s', (_, story, change, code) => {
    expect(story.plan(change)).toMatchObject({ action: 'wait', reason: { code } });
  });

  test('rule: without readings it is projected by the usual use', () => {
    const story = new DeviceStory().falls(60, 31, 1);
    expect(story.plan().action).toBe('wait');
    expect(story.silence(13).plan()).toMatchObject({ action: 'order', reason: { code: 'risk-above-limit' } });
  });

  test('rule: nothing is ordered on a fall of more than 45 points that nothing confirmed', () => {
    const story = new DeviceStory().falls(100, 90, 1).reads({ level: 2, impressions: 51_100 });
    expect(story.plan()).toMatchObject({ action: 'wait', reason: { code: 'risk-acceptable' } });
    expect(story.reads({ level: 2, impressions: 51_150 }).plan().action).toBe('order');
  });

  test('rule: an unconfirmed rise does not arm it again', () => {
    const story = low().sends({ placedOn: monday + 65 });
    expect(story.reads({ level: 100, impressions: 59_300 }).plan().reason.code).toBe('already-on-order');
  });

  test('empty: ordered at once; with a spare believed there, after two business days of "empty"', () => {
    const dry = () => low().reads({ level: 0, condition: 'empty', impressions: 59_900 });
    expect(dry().plan()).toMatchObject({ action: 'order', reason: { code: 'ran-out' } });
    const believing = dry().sends({ placedOn: monday, deliveredOn: monday + 4 });
    expect(believing.plan().reason.code).toBe('spare-on-site');
    const second = believing.reads({ level: 0, condition: 'empty', impressions: 59_900 });
    expect(second.plan()).toMatchObject({ action: 'order', reason: { code: 'ran-out' } });
  });

  test('a waste box that fills up, and a drum, are supplies like others: what is left is room or life', () => {
    const box = new DeviceStory();
    for (let day = 0; day < 46; day++) box.reads({ level: 50 - day, impressions: 1000 + day * 500 });
    expect(box.plan().action).toBe('order');
  });

  test('a customer who changes early gets the spare later', () => {
    const patient = riskLimitOf(usualSettings.costs, 0);
    expect(patient).toBeCloseTo(0.002, 3);
    expect(riskLimitOf(usualSettings.costs, 1)).toBeGreaterThan(10 * patient);
  });

  test('late parcels make it order earlier', () => {
    const { plan } = { plan: (times: PlanContext['leadTimes']) => low().plan({ leadTimes: times }) };
    const risk = (times: PlanContext['leadTimes']) => plan(times).reason.inputs.risk ?? 0;
    expect(
      risk([
        [2, 0.5],
        [10, 0.5],
      ]),
    ).toBeGreaterThan(risk([[2, 1]]));
  });

  test('the chance to be empty never falls with time', () => {
    const estimate = estimateOf(steady().track, folding);
    const supply = estimate?.supplies.K?.estimate;
    if (!estimate || !supply) throw new Error('Nothing was read.');
    const forecast = forecastOf(estimate, supply);
    let before = 0;
    for (let day = monday; day < monday + 400; day++) {
      const chance = emptyBy(forecast, day, calendar);
      expect(chance).toBeGreaterThanOrEqual(before - 1e-6);
      before = chance;
    }
    expect(before).toBeGreaterThan(0.99);
  });
});

describe('C54 whatever a device says', () => {
  const said = fc.record({
    level: fc.option(fc.integer({ min: 0, max: 100 })),
    condition: fc.constantFrom('ok', 'low', 'empty', 'unknown'),
    impressions: fc.option(fc.integer({ min: 0, max: 2 ** 40 })),
    serial: fc.option(fc.constantFrom('A', 'B')),
  });

  test('there is at most one open order, and every plan has finite reasons', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 60 }), (days) => {
        const story = new DeviceStory();
        for (const day of days) {
          story.reads(day);
          const plan = story.plan();
          for (const value of Object.values(plan.reason.inputs))
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          const open = ['ORDERED', 'SHIPPED', 'ON_SITE'].includes(plan.reason.inputs.ledger);
          if (plan.action === 'order') {
            expect(open).toBe(false);
            story.sends({ orderId: `order-${story.today}`, placedOn: story.today - 1 });
            expect(story.plan().action).toBe('wait');
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a counter that falls never orders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 53_000 }), fc.integer({ min: 40, max: 70 }), (counter, level) => {
        const story = new DeviceStory().falls(100, level, 1);
        expect(story.plan().action).toBe('wait');
        expect(story.reads({ level, impressions: counter }).plan().action).toBe('wait');
      }),
      { numRuns: 40 },
    );
  });
});

describe('one parcel for a device', () => {
  const context = (story: DeviceStory, consolidationBusinessDays: number): PlanContext => ({
    device: { active: true, monitored: true, neededUntil: null },
    estimate: estimateOf(story.track, folding),
    today: story.today - 1,
    calendar,
    leadTimes,
    settings: { ...usualSettings, consolidationBusinessDays },
  });

  test('what would be ordered within the window goes along; without a window each goes for itself', () => {
    const story = new DeviceStory();
    for (let day = 0; day < 50; day++) {
      const supplies = [
        { supplyId: 'K', levelPercent: 56 - day, condition: 'ok' as const, cartridgeSerial: null },
        { supplyId: 'C', levelPercent: 76 - day, condition: 'ok' as const, cartridgeSerial: null },
      ];
      story.track = withDay(story, supplies, day);
      story.today++;
    }
    const supplies = ['K', 'C'].map((supplyId) => ({ supplyId, orders: [] }));
    const codes = (window: number) =>
      planParcel(supplies, context(story, window)).map(({ reason }) => reason.code);
    expect(codes(0)).toEqual(['risk-above-limit', 'risk-acceptable']);
    expect(codes(15)).toEqual(['risk-above-limit', 'sent-along']);
    const onItsWay = supplies.map(({ supplyId }) => ({
      supplyId,
      orders: [unitOf({ placedOn: story.today })],
    }));
    expect(planParcel(onItsWay, context(story, 15)).every(({ action }) => action === 'wait')).toBe(true);
    expect(planSupply('M', [], context(story, 15)).reason.code).toBe('nothing-read');
  });
});

function withDay(story: DeviceStory, supplies: Parameters<typeof sighting>[1], day: number) {
  return withSighting(story.track, sighting(story.today, supplies, day), folding);
}
function sighting(
  today: number,
  supplies: { supplyId: string; levelPercent: number; condition: 'ok'; cartridgeSerial: null }[],
  day: number,
) {
  return { day: today, readAt: today * 864e5, impressions: 1000 + day * 100, supplies };
}
