import { locales } from '@platen/contracts';
import { fill, mailTexts } from './mail-texts';

/** Every text with its path: `orderConfirmed.subject` -> text. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : texts(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test.each(locales)('%s has every text, with the same values in it', (locale) => {
  const own = new Map(texts(mailTexts[locale]));
  const english = new Map(texts(mailTexts.en));
  expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of english) {
    expect({ path, values: placeholders(own.get(path) ?? '') }).toEqual({ path, values: placeholders(text) });
    expect({ path, empty: own.get(path) === '' }).toEqual({ path, empty: text === '' });
  }
});

test('a text with a hole is not sent', () => {
  expect(() => fill('Order {number}', {})).toThrow('number');
});
