#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..', '..', '..');
const command = join(__dirname, '..', 'dist', 'cli.js');

if (!existsSync(command)) {
  process.stderr.write('Building once before the first use ...\n');
  const build = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0) {
    process.stderr.write('The build failed. See: npm run build\n');
    process.exit(1);
  }
}
require(command);
