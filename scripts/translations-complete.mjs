/**
 * Every text exists in every language: in each folder that holds `it.json` (or `it/*.json`) the same keys with the same
 * placeholders stand in all languages, and none is empty. Plural forms count as one key: languages differ in them.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const LANGUAGES = ['it', 'nl', 'en'];
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Leaves of nested texts as `a.b.c` -> text. */
function* texts(node, path = '') {
  for (const [key, value] of Object.entries(node))
    if (typeof value === 'object' && value !== null) yield* texts(value, `${path}${key}.`);
    else yield [`${path}${key}`, String(value)];
}

const placeholders = (text) => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].sort().join(' ');

/**
 * Compares the texts of one folder.
 * @param byLanguage  parsed texts by language code
 * @returns one sentence a defect
 */
export function translationDefects(byLanguage) {
  const flat = Object.entries(byLanguage).map(([language, tree]) => [language, [...texts(tree)]]);
  const keysOf = (entries) => new Map(entries.map(([key, text]) => [key.replace(PLURAL, ''), text]));
  const all = new Set(flat.flatMap(([, entries]) => [...keysOf(entries).keys()]));
  const [, reference] = flat[0];
  const expected = keysOf(reference);
  return flat.flatMap(([language, entries]) => {
    const keys = keysOf(entries);
    const missing = [...all].filter((key) => !keys.has(key)).map((key) => `${language} lacks ${key}`);
    const empty = entries
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${language} has no text for ${key}`);
    const unlike = [...keys]
      .filter(([key, text]) => expected.has(key) && placeholders(text) !== placeholders(expected.get(key)))
      .map(([key]) => `${language} has other placeholders than ${flat[0][0]} in ${key}`);
    return [...missing, ...empty, ...unlike];
  });
}

/** Sets of files that say the same in several languages, below `folder`: name -> language -> file. */
function* textSets(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (['node_modules', 'dist', 'generated'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name === 'it')
      for (const file of readdirSync(path).filter((name) => name.endsWith('.json')))
        yield [join(folder, file), (language) => join(folder, language, file)];
    else if (entry.isDirectory()) yield* textSets(path);
    else if (entry.name === 'it.json') yield [folder, (language) => join(folder, `${language}.json`)];
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const defects = [];
  let sets = 0;
  for (const root of ['apps', 'libs'])
    for (const [name, fileOf] of textSets(root)) {
      sets += 1;
      const absent = LANGUAGES.filter((language) => !existsSync(fileOf(language)));
      if (absent.length > 0) defects.push(`${name}: no ${absent.join(', ')}`);
      const present = LANGUAGES.filter((language) => !absent.includes(language));
      const parsed = present.map((language) => [
        language,
        JSON.parse(readFileSync(fileOf(language), 'utf8')),
      ]);
      for (const defect of translationDefects(Object.fromEntries(parsed)))
        defects.push(`${relative('.', name)}: ${defect}`);
    }
  for (const line of defects) console.error(line);
  console.log(`${sets} sets of texts in ${LANGUAGES.join(', ')}, ${defects.length} defects`);
  process.exitCode = defects.length === 0 ? 0 : 1;
}
