import type { TFunction } from 'i18next';
import en from '../../locales/en/alerts.json';
import it from '../../locales/it/alerts.json';
import nl from '../../locales/nl/alerts.json';
import { alertAsGiven, alertWords } from './alert-words';

const t = ((key: string, values?: object) =>
  values ? `${key} ${JSON.stringify(values)}` : key) as unknown as TFunction;

test('a code of the standard has words, and keeps what the machine said', () => {
  const jam = { code: 8, description: 'MISFEED J17' };
  expect(alertWords(jam, t)).toBe('alerts.words.8');
  expect(alertAsGiven(jam, t)).toBe('alerts.given {"text":"MISFEED J17","code":8}');
});

test("a maker's own code is shown with the machine's own text", () => {
  const own = { code: 40_021, description: 'SC542 heating roller' };
  expect(alertWords(own, t)).toBe('SC542 heating roller');
  expect(alertAsGiven(own, t)).toBe('alerts.codeOnly {"code":40021}');
});

test('without a code the words are those of the error state', () => {
  const jammed = { code: null, description: 'jammed' };
  expect(alertWords(jammed, t)).toBe('devices.error.jammed');
  expect(alertAsGiven(jammed, t)).toBeUndefined();
});

test('the codes are those of PrtAlertCodeTC, printer, input, output, marker, media path, interpreter, alert', () => {
  const ranges = [
    [3, 38],
    [501, 507],
    [801, 813],
    [901, 904],
    [1001, 1005],
    [1101, 1115],
    [1301, 1304],
    [1501, 1507],
    [1509, 1509],
    [1801, 1801],
  ] as const;
  const standard = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String(first + at)),
  );
  expect(Object.keys(en.words)).toEqual(standard);
});

test('every language names the same codes, none of them with another one\u2019s words', () => {
  for (const { words } of [it, nl, en]) {
    expect(Object.keys(words)).toEqual(Object.keys(en.words));
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  }
});
