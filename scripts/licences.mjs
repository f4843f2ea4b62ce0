/** Every package that ships with the product is under a licence on this list (NOTICE names what asks for it). */
import { readFileSync } from 'node:fs';

const ALLOWED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
  ],
  ...['CC0-1.0', 'Python-2.0', 'PSF-2.0', 'PostgreSQL', 'Zlib'],
  // Named in NOTICE: a font, and holiday data.
  ...['OFL-1.1', 'CC-BY-3.0'],
]);

/** Packages that state their licence in a file of their own only, and which one it is. */
const IN_A_FILE = { 'node_modules/png-js': 'MIT' };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const shipped = Object.entries(packages).filter(
  ([place, entry]) => place.includes('node_modules/') && !entry.dev && !entry.link,
);
const refused = shipped.filter(([place, { license }]) => {
  const names = (license ?? IN_A_FILE[place] ?? '').replace(/[()]/g, '').split(/ (?:AND|OR) /);
  return !names.every((name) => ALLOWED.has(name));
});
for (const [place, { license }] of refused) console.error(`${place}: ${license ?? 'no licence stated'}`);
console.log(`${shipped.length} packages ship, ${refused.length} under a licence that is not on the list`);
process.exitCode = refused.length === 0 ? 0 : 1;
