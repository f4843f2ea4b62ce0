/**
 * Everything that must hold before a change lands: `npm run check`, or a part of it: `npm run check -- --only lint,unit`.
 * Prints what each step took and, as its last line, how many tests and steps passed. With PLATEN_NO_SKIP=1 a suite
 * that leaves tests out fails (CI has all they need).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const node = (...args) => ['node', ...args];
const npm = (...args) => ['npm', 'run', '--silent', ...args];

/** In the order in which a mistake is cheapest to learn of. `jest` steps count their tests, the others count as one. */
const steps = [
  { name: 'format', runs: [['biome', 'format', '.']] },
  { name: 'words', runs: [node('scripts/forbidden-words.mjs')] },
  { name: 'translations', runs: [node('scripts/translations-complete.mjs')] },
  { name: 'docs', runs: [node('scripts/docs-complete.mjs')] },
  { name: 'licences', runs: [node('scripts/licences.mjs')] },
  { name: 'lock', runs: [node('scripts/lock-complete.mjs'), ['npm', 'ci', '--dry-run', '--ignore-scripts']] },
  { name: 'types', runs: [['tsc', '--noEmit']] },
  { name: 'boundaries', runs: [node('scripts/boundaries-awake.mjs')] },
  { name: 'lint', runs: [node('scripts/lint.mjs')] },
  { name: 'schema', runs: [npm('schema', '--', '--check')] },
  { name: 'documents', runs: [npm('generate', '--workspace', 'libs/graphql-client', '--', '--check')] },
  { name: 'unit', jest: 'unit' },
  { name: 'web', jest: 'web' },
  { name: 'db', jest: 'db' },
  { name: 'build', runs: [npm('build')] },
  { name: 'deploy', runs: [node('scripts/deploy-check.mjs'), node('scripts/compose-start.mjs')] },
  { name: 'e2e', jest: 'e2e', inBand: true },
];

/** @returns tests passed, failed and left out */
function runJest({ jest: project, inBand }) {
  const folder = mkdtempSync(join(tmpdir(), 'platen-check-'));
  const report = join(folder, 'report.json');
  const args = [
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${report}`,
    ...(inBand ? ['--runInBand', '--forceExit'] : []),
  ];
  // Connections that fetch keeps for stopped installations outlive the last test of e2e: hence --forceExit there.
  // A suite that never ends is a failed one.
  const { status } = spawnSync('jest', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 25 * 60_000,
  });
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed || (status === 0 ? 0 : 1), skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs commands in turn until one fails; shows only the words of that one. */
function runCommands(commands) {
  for (const [command, ...args] of commands) {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status === 0) continue;
    process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return { passed: 1, failed: 0, skipped: 0 };
}

const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]?.split(',')
  : null;
const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `No step is called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`,
  );
  process.exit(2);
}

const rows = [];
for (const step of steps.filter(({ name }) => !only || only.includes(name))) {
  const begun = performance.now();
  const counts = step.jest ? runJest(step) : runCommands(step.runs);
  if (process.env.PLATEN_NO_SKIP === '1' && counts.skipped > 0) counts.failed += counts.skipped;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  rows.push({ name: step.name, seconds, ...counts });
  console.log(`${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
}

console.log('\nstep            seconds  passed  failed  left out');
for (const { name, seconds, passed, failed, skipped } of rows)
  console.log(
    `${name.padEnd(14)} ${seconds.padStart(8)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${String(skipped).padStart(9)}`,
  );
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
