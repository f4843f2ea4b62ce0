/** What must not stand in a committed file: paths of one person's machine, registry hosts, muted rules, leftovers. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const FORBIDDEN = [
  [/(?<![\w.~-])\/(?:work|root|home|Users)\/\w/, 'a path of one machine'],
  [/\/\/(?:registry|deb|mirrors?)\.[a-z]/, 'the host of a package registry'],
  [/\b(?:eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|biome-ignore)\b/, 'a muted rule'],
  [/\b(?:describe|it|test)\.(?:only|skip|todo)\(|\b(?:xit|xdescribe|fit|fdescribe)\(/, 'a test left out'],
  [/\b(?:TODO|FIXME|HACK|XXX)\b/, 'a leftover'],
];
/** They speak of the words themselves, or are written by tools. */
const EXEMPT =
  /(^|\/)(package-lock\.json|forbidden-words\.mjs|boundaries-awake\.mjs)$|(^|\/)generated\/|\.(png|woff2?|ico)$/;

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const found = files
  .filter((file) => !EXEMPT.test(file))
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(
          ([, what]) => `${file}:${index + 1}: ${what}: ${line.trim().slice(0, 100)}`,
        ),
      ),
  );
for (const line of found) console.error(line);
console.log(`${files.length} files, ${found.length} words that must not stand there`);
process.exitCode = found.length === 0 ? 0 : 1;
