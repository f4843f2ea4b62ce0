import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from './en';
import it_ from './it';
import nl from './nl';

type Words = { readonly [key: string]: string | Words };

const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

const languages = { en: new Map(flat(en)), it: new Map(flat(it_)), nl: new Map(flat(nl)) };
const others = ['it', 'nl'] as const;

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).toSorted();

/** Text of all source files of the portal. */
function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.startsWith('locales'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

describe('translations', () => {
  test.each(others)('%s has the keys of English, no more and no fewer', (language) => {
    expect([...languages[language].keys()].toSorted()).toEqual([...languages.en.keys()].toSorted());
  });

  test.each(['en', 'it', 'nl'] as const)('%s has no empty text', (language) => {
    expect([...languages[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(others)('%s fills in the same values as English', (language) => {
    const differing = [...languages.en].filter(
      ([key, text]) => holes(text).join() !== holes(languages[language].get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('no key is left over', () => {
    const code = sources(join(__dirname, '..'));
    const used = (key: string) => {
      const plain = key.replace(/_(zero|one|other)$/, '');
      if (code.includes(`'${plain}'`)) return true;
      // keys made of parts: t(`devices.state.${state}`) uses every key below devices.state, and beyond it
      const parts = plain.split('.');
      return parts.some((_, end) => end > 0 && code.includes(`\`${parts.slice(0, end).join('.')}.\${`));
    };
    expect([...languages.en.keys()].filter((key) => !used(key))).toEqual([]);
  });
});
