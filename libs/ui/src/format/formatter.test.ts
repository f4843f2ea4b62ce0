import { ageIn, Formatter } from './formatter';

const now = Date.parse('2026-11-21T08:20:00Z');
const at = (locale: string, timeZone = 'Europe/Rome') => new Formatter({ locale, timeZone }, () => now);

describe('Formatter', () => {
  test.each([
    [0, { value: 0, unit: 'minute' }],
    [59, { value: 0, unit: 'minute' }],
    [60, { value: 1, unit: 'minute' }],
    [3599, { value: 59, unit: 'minute' }],
    [3600, { value: 1, unit: 'hour' }],
    [86_400, { value: 1, unit: 'day' }],
    [30 * 86_400, { value: 1, unit: 'month' }],
    [365 * 86_400, { value: 1, unit: 'year' }],
  ])('an age of %d seconds is told in its largest unit', (seconds, expected) => {
    expect(ageIn(seconds)).toEqual(expected);
  });

  test('today is the day in the zone of the branch, not in UTC', () => {
    const night = new Formatter({ locale: 'it-IT', timeZone: 'Europe/Rome' }, () =>
      Date.parse('2026-11-21T23:30:00Z'),
    );
    expect(night.isoToday()).toBe('2026-11-22');
  });

  test('numbers, percentages and money follow the language', () => {
    expect(at('en-GB').number(184_203)).toBe('184,203');
    expect(at('it-IT').number(184_203)).toBe('184.203');
    expect(at('it-IT').number(1840)).toBe('1.840');
    expect(at('it-IT').figure(1 / 2400)).toBe('0,000417');
    expect(at('en-GB').percent(61.6)).toBe('62%');
    expect(at('nl-NL').money('1284.50', 'EUR').replaceAll('\u00a0', ' ')).toBe('€ 1.284,50');
  });

  test('a calendar day never slips to its neighbour, whatever the zone', () => {
    expect(at('en-GB', 'Pacific/Kiritimati').day('2026-11-24')).toBe('Tue 24 Nov');
    expect(at('en-GB', 'Pacific/Honolulu').day('2026-11-24')).toBe('Tue 24 Nov');
  });

  test('an instant is told in the zone of the branch', () => {
    expect(at('en-GB', 'Europe/Rome').time('2026-11-21T08:20:00Z')).toBe('09:20');
    expect(at('en-GB', 'UTC').time('2026-11-21T08:20:00Z')).toBe('08:20');
    expect(at('it-IT', 'Europe/Rome').hourNow()).toBe(9);
  });

  test('ages are told for a column and for a sentence', () => {
    expect(at('en-GB').age('2026-11-18T08:20:00Z')).toBe('3 days');
    expect(at('it-IT').age('2026-11-18T08:20:00Z')).toBe('3 giorni');
    expect(at('nl-NL').ago('2026-11-21T08:16:00Z')).toBe('4 minuten geleden');
  });

  test.each([
    ['en-GB', 'now'],
    ['it-IT', 'ora'],
    ['nl-NL', 'nu'],
  ])('less than a minute is a word in %s, never 0 minutes', (locale, word) => {
    expect(at(locale).age('2026-11-21T08:19:30Z')).toBe(word);
    expect(at(locale).ago('2026-11-21T08:19:30Z')).toBe(word);
  });

  test('words that begin a sentence begin large', () => {
    expect(at('nl-NL').asSentence('nu gezien.')).toBe('Nu gezien.');
  });

  test('a clock that runs ahead makes no negative age', () => {
    expect(at('en-GB').secondsSince('2026-11-21T08:21:00Z')).toBe(0);
  });
});
