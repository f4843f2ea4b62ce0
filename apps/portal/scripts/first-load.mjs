import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Weight of the JavaScript that a first visit loads before anything shows: scripts and module preloads of
 * dist/index.html and everything they import statically, gzip -9. Prints kB; exit 1 above the limit.
 */
const limitKb = 250;
const dist = resolve(import.meta.dirname, '../dist');

if (!existsSync(`${dist}/index.html`)) {
  process.stderr.write('first-load: no dist/index.html, build the portal first\n');
  process.exit(2);
}

/** Paths of scripts and module preloads of a page. */
function entriesOf(html) {
  return [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path);
}

/** Static imports of a built module, as paths from the root; dynamic ones (`import(...)`) are not matched. */
function importsOf(path, code) {
  const names = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+\.js)["']/g)].map(([, name]) => name);
  return names.map((name) => new URL(name, `http://dist${path}`).pathname);
}

const sizes = new Map();
function weigh(path) {
  if (sizes.has(path)) return;
  const code = readFileSync(`${dist}${path}`);
  sizes.set(path, gzipSync(code, { level: 9 }).length);
  for (const next of importsOf(path, code.toString('utf8'))) weigh(next);
}

for (const path of entriesOf(readFileSync(`${dist}/index.html`, 'utf8'))) weigh(path);

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
let total = 0;
for (const [path, bytes] of [...sizes].toSorted((a, b) => b[1] - a[1])) {
  total += bytes;
  process.stdout.write(`${kb(bytes)} kB  ${path}\n`);
}
const verdict = total / 1000 <= limitKb ? 'ok' : 'too heavy';
process.stdout.write(`${kb(total)} kB  first load, gzip; limit ${limitKb} kB: ${verdict}\n`);
process.exitCode = verdict === 'ok' ? 0 : 1;
