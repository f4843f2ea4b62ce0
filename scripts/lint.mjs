/**
 * Lints every project through Nx, and what belongs to none by ESLint itself. Nx builds the project graph that the
 * boundary rule reads; without it that rule only warns, so any warning fails here.
 */
import { spawnSync } from 'node:child_process';

function lint(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  const asleep = /No cached ProjectGraph/.test(stdout + stderr);
  if (asleep) console.error('The boundary rule could not see the project graph.');
  return status === 0 && !asleep && !/[1-9]\d* warnings?\)/.test(stdout);
}

const names = process.argv.slice(2);
const projects = names.length > 0 ? [`--projects=${names.join(',')}`] : [];
const inProjects = lint('nx', ['run-many', '-t', 'lint', '--output-style=static', ...projects]);
const elsewhere =
  names.length > 0 || lint('eslint', ['scripts', 'bench', '--ignore-pattern', 'scripts/fixtures/**']);
process.exitCode = inProjects && elsewhere ? 0 : 1;
