import fc from 'fast-check';
import { type DeliveryTerms, estimateDelivery } from './delivery-estimate';
import { weekdays } from './local-time';
import { NoWorkingDaysError } from './working-calendar';

const holidays = new Set(['2026-04-06', '2026-12-25', '2026-12-26', '2027-01-01']);
const terms: DeliveryTerms = {
  timeZone: 'Europe/Rome',
  cutOff: '12:00',
  daysBeforeCutOff: 2,
  daysFromCutOff: 3,
  calendar: { workDays: weekdays.slice(0, 5), isHoliday: (day) => holidays.has(day) },
};

describe('delivery estimate (R57, R58)', () => {
  test.each([
    ['the last moment of a morning', '2026-11-16T11:59:59.999+01:00', '2026-11-18'],
    ['noon is afternoon', '2026-11-16T12:00:00+01:00', '2026-11-19'],
    ['noon in summer', '2026-07-06T12:00:00+02:00', '2026-07-09'],
    ['before noon in summer, after noon in winter time', '2026-07-06T11:59:59+02:00', '2026-07-08'],
    ['just before local midnight', '2026-11-16T23:59:59+01:00', '2026-11-19'],
    ['over a weekend', '2026-11-19T09:00:00+01:00', '2026-11-23'],
    ['a Friday afternoon', '2026-11-20T15:00:00+01:00', '2026-11-25'],
    ['a Saturday is taken up on Monday morning', '2026-11-21T15:00:00+01:00', '2026-11-25'],
    ['Christmas Eve, a Thursday', '2026-12-24T09:00:00+01:00', '2026-12-29'],
    ['Christmas Day', '2026-12-25T15:00:00+01:00', '2026-12-30'],
    ['over the New Year', '2026-12-30T15:00:00+01:00', '2027-01-05'],
    ['the Friday before clocks and Easter Monday', '2026-04-03T11:00:00+02:00', '2026-04-08'],
    ['the night the clocks go forward', '2026-03-29T03:30:00+02:00', '2026-04-01'],
    ['the Monday after the clocks went forward, noon', '2026-03-30T10:00:00Z', '2026-04-02'],
    ['the Monday after the clocks went back, before noon', '2026-10-26T10:59:59Z', '2026-10-28'],
    ['the Monday after the clocks went back, noon', '2026-10-26T11:00:00Z', '2026-10-29'],
  ])('%s', (_, registeredAt, expectedOn) => {
    expect(estimateDelivery(new Date(registeredAt), terms)).toBe(expectedOn);
  });

  test('noon on the very days on which the clocks change, in a branch that works on Sundays', () => {
    const always = { ...terms, calendar: { ...terms.calendar, workDays: weekdays } };
    expect(estimateDelivery(new Date('2026-03-29T09:59:59Z'), always)).toBe('2026-03-31');
    expect(estimateDelivery(new Date('2026-03-29T10:00:00Z'), always)).toBe('2026-04-01');
    expect(estimateDelivery(new Date('2026-10-25T10:59:59Z'), always)).toBe('2026-10-27');
    expect(estimateDelivery(new Date('2026-10-25T11:00:00Z'), always)).toBe('2026-10-28');
  });

  test('a later registration is never expected earlier', () => {
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.nat(7 * 86_400_000), (earlier, later) => {
        const first = estimateDelivery(earlier, terms);
        const second = estimateDelivery(new Date(earlier.getTime() + later), terms);
        expect(first <= second).toBe(true);
      }),
    );
  });

  test('a branch calendar without working days is refused', () => {
    const closed = { ...terms, calendar: { ...terms.calendar, workDays: [] } };
    expect(() => estimateDelivery(new Date('2026-11-16T09:00:00Z'), closed)).toThrow(NoWorkingDaysError);
  });
});
