/**
 * Lints everything in one process, which reads the types of the whole repository once instead of once for each
 * project. Named projects are linted through Nx: `npm run lint -- fleet portal`.
 * The boundary rule reads the project graph that Nx keeps; without it that rule only warns, so any warning fails here.
 */
import { spawnSync } from 'node:child_process';

/** @returns whether it found nothing, and could look for everything */
function lint(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  const asleep = /No cached ProjectGraph/.test(stdout + stderr);
  if (asleep) console.error('The boundary rule could not see the project graph.');
  return status === 0 && !asleep && !/[1-9]\d* warnings?\)/.test(stdout);
}

function lintEverything() {
  const graph = spawnSync('nx', ['show', 'projects'], { encoding: 'utf8' });
  if (graph.status !== 0) process.stderr.write(graph.stderr);
  const folders = ['apps', 'libs', 'scripts', 'bench'];
  return graph.status === 0 && lint('eslint', [...folders, '--ignore-pattern', 'scripts/fixtures/**']);
}

const names = process.argv.slice(2);
const clean =
  names.length > 0
    ? lint('nx', ['run-many', '-t', 'lint', '--output-style=static', `--projects=${names.join(',')}`])
    : lintEverything();
process.exitCode = clean ? 0 : 1;
