/**
 * Documents that can be checked are checked: links lead somewhere, files named in tables exist, and the operations page
 * names every setting that the code reads.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where settings are declared, each as a line `  NAME: z...`. */
const SETTINGS = [
  'libs/platform/src/env.ts',
  'libs/platform/src/http/serving-env.ts',
  'apps/gateway/src/settings.ts',
  'apps/worker/src/worker-env.ts',
  'apps/collector/src/config.ts',
];

const defects = [];
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
for (const page of pages) {
  const text = readFileSync(page, 'utf8');
  for (const [, target] of text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g))
    if (!/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target)))
      defects.push(`${page}: the link to ${target} leads nowhere`);
  for (const [, file] of text.matchAll(
    /`((?:apps|libs|scripts|bench|deploy)\/[\w./-]+\.(?:ts|tsx|mjs|json|yml|graphql))`/g,
  ))
    if (!existsSync(file)) defects.push(`${page}: ${file} does not exist`);
}

const operations = readFileSync('docs/operations.md', 'utf8');
const names = SETTINGS.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name),
);
for (const name of new Set(names))
  if (!operations.includes(`\`${name}\``)) defects.push(`docs/operations.md does not say what ${name} is`);

for (const line of defects) console.error(line);
console.log(`${pages.length} pages, ${new Set(names).size} settings, ${defects.length} defects`);
process.exitCode = defects.length === 0 ? 0 : 1;
