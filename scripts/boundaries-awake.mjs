/**
 * Proves that the linter's rules of the house are awake: each line of code here breaks one, and must be reported.
 * A rule that cannot see the project graph only warns, and then everything would pass.
 */
import { execFileSync } from 'node:child_process';
import { ESLint } from 'eslint';

const boundary = '@nx/enforce-module-boundaries';
const mustFail = [
  ['libs/kernel/src/fixture.ts', "import '@platen/platform';", boundary],
  ['libs/kernel/src/fixture.ts', "import 'typeorm';", boundary],
  ['libs/contracts/src/fixture.ts', "import '@apollo/server';", boundary],
  ['libs/contracts/src/fixture.ts', "import 'react';", boundary],
  ['libs/ui/src/fixture.ts', "import '@platen/graphql-client';", boundary],
  ['libs/platform/src/fixture.ts', "import '../../kernel/src/result';", boundary],
  ['apps/fleet/src/fixture.ts', "import '@platen/ordering';", boundary],
  ['apps/gateway/src/fixture.ts', "import '@platen/fleet';", boundary],
  ['apps/collector/src/fixture.ts', "import '@platen/platform';", boundary],
  ['apps/portal/src/fixture.ts', "import '@platen/contracts';", boundary],
  ['apps/worker/src/fixture.ts', "import '@platen/gateway';", boundary],
  ['apps/worker/src/fixture.test.ts', "import '@platen/platen';", 'no-restricted-imports'],
  ['apps/fleet/src/fixture.ts', "import '@platen/testing';", 'no-restricted-imports'],
  ['apps/fleet/src/fixture.ts', 'void manager.save(row);', 'no-restricted-syntax'],
  ['apps/fleet/src/fixture.ts', 'void tx.manager.remove(row);', 'no-restricted-syntax'],
  ['apps/fleet/src/fixture.ts', 'void source.getRepository(Device).save(row);', 'no-restricted-syntax'],
  [
    'apps/fleet/src/fixture.ts',
    '// eslint-disable-next-line\nlet row: any;',
    '@typescript-eslint/no-explicit-any',
  ],
];
const mustPass = [
  ['apps/fleet/src/fixture.ts', "import '@platen/contracts';"],
  ['apps/fleet/src/fixture.db.test.ts', "import '@platen/testing';"],
  ['apps/portal/src/fixture.ts', "import '@platen/ui';"],
];

execFileSync('nx', ['show', 'projects'], { stdio: 'ignore' });
const untyped = { languageOptions: { parserOptions: { projectService: false } }, rules: {} };
const rulesThatNeedTypes = (await import('typescript-eslint')).configs.disableTypeChecked;
const linter = new ESLint({ overrideConfig: [rulesThatNeedTypes, untyped] });
const rulesBroken = async (filePath, code) =>
  (await linter.lintText(`${code}\n`, { filePath })).flatMap((result) =>
    result.messages
      .filter((message) => message.severity === 2)
      .map((message) => message.ruleId ?? message.message),
  );

const asleep = [];
for (const [file, code, rule] of mustFail)
  if (!(await rulesBroken(file, code)).includes(rule)) asleep.push(`${rule} let pass in ${file}: ${code}`);
for (const [file, code] of mustPass)
  for (const rule of await rulesBroken(file, code)) asleep.push(`${rule} refused in ${file}: ${code}`);
const cycle = (await linter.lintFiles('scripts/fixtures/cycle')).flatMap((result) => result.messages);
if (!cycle.some((message) => message.ruleId === 'import-x/no-cycle'))
  asleep.push('import-x/no-cycle let a cycle pass');

for (const line of asleep) console.error(line);
console.log(`${mustFail.length + mustPass.length + 1 - asleep.length} rules awake, ${asleep.length} asleep`);
process.exitCode = asleep.length > 0 ? 1 : 0;
