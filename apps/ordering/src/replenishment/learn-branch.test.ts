import { buildSettings } from '@platen/testing';
import { seasonOf } from './learn-branch';
import { activityCalendarOf } from './place-calendar';

const calendar = activityCalendarOf(buildSettings(), null);

/** Twelve months of a machine that prints so much each business day of a month. */
function yearOf(deviceId: string, paceOf: (month: number) => number) {
  return Array.from({ length: 12 }, (_, month) => {
    const from = new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10);
    const to = new Date(Date.UTC(2025, month + 1, 0)).toISOString().slice(0, 10);
    const days = calendar.businessDaysIn(Date.parse(from) / 864e5, Date.parse(to) / 864e5);
    return { deviceId, from, to, printed: days * paceOf(month), neverFell: true };
  });
}

test('a quiet month of many machines is a season, in relation to the rest of their year', () => {
  const months = Array.from({ length: 100 }, (_, device) =>
    yearOf(`device ${device}`, (month) => (month === 3 ? 20 : 100)),
  ).flat();
  const season = seasonOf(months, calendar);
  expect(season?.[3]).toBeCloseTo(0.3, 1);
  expect(season?.[4]).toBeCloseTo(1.06, 1);
});

test('nothing is learned from a few months, from counters that fell, or from machines that print nothing', () => {
  const year = yearOf('one', () => 100);
  expect(seasonOf([], calendar)).toBeNull();
  expect(seasonOf(year.slice(0, 5), calendar)).toBeNull();
  expect(
    seasonOf(
      year.map((month) => ({ ...month, neverFell: false })),
      calendar,
    ),
  ).toBeNull();
  expect(
    seasonOf(
      yearOf('idle', () => 0),
      calendar,
    ),
  ).toBeNull();
});
