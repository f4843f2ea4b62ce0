import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { BranchOptions } from './commands/branch';
import { fail } from './commands/fail';
import type { RebuildOptions } from './commands/fleet';

const program = new Command('platen')
  .description("The customer's side of managed print services.")
  .version(productVersion());

program
  .command('start')
  .description('start everything and stay until Ctrl-C')
  .option('--demo', 'fill an empty installation with demo data and simulate its printers', false)
  .option('--distributed', 'run every app as its own process, over HTTP', false)
  .addOption(
    new Option('--port <port>', 'port of the portal').env('PLATEN_PORT').default(8080).argParser(Number),
  )
  .addOption(dataFolder())
  .action(async (options: { demo: boolean; distributed: boolean; port: number; data: string }) => {
    const { start } = await import('./commands/start');
    await start({ ...options, dataDirectory: options.data });
  });

program
  .command('migrate')
  .description('bring the database named by DATABASE_URL up to date')
  .action(async () => {
    const { migrate } = await import('./commands/migrate');
    await migrate();
  });

program
  .command('doctor')
  .description('check settings, database, queues, mail, disk and clock, and say how to mend what is wrong')
  .option('--json', 'for programs', false)
  .addOption(dataFolder())
  .action(async (options: { json: boolean; data: string }) => {
    const { doctor } = await import('./commands/doctor');
    await doctor(options);
  });

const collector = program.command('collector').description('read printers on the local network');
collector
  .command('poll')
  .description('poll one device and print what it says')
  .argument('<url>', 'udp://HOST:PORT')
  .option('--community <community>', 'SNMP community', 'public')
  .addOption(new Option('--snmp <version>', 'SNMP version').choices(['1', '2c']).default('2c'))
  .option('--timeout <ms>', 'time for one answer in milliseconds', Number, 2000)
  .option('--retries <n>', 'repeats of a lost request', Number, 4)
  .option('--json', 'print JSON (the only form there is today)', true)
  .action(
    async (
      url: string,
      options: { community: string; snmp: '1' | '2c'; timeout: number; retries: number },
    ) => {
      const { poll } = await import('./commands/collector');
      await poll(url, options);
    },
  );

const jobs = program.command('jobs').description('messages that could not be handled');
jobs
  .command('parked')
  .description('list them')
  .addOption(dataFolder())
  .action(async (options: { data: string }) => {
    const { parked } = await import('./commands/jobs');
    await parked(options);
  });
jobs
  .command('replay')
  .description('try all of them again')
  .addOption(dataFolder())
  .action(async (options: { data: string }) => {
    const { replay } = await import('./commands/jobs');
    await replay(options);
  });

const audit = program.command('audit').description('the log of who did what');
audit
  .command('verify')
  .description('compute every chain anew and name the first entry that is missing or not what was recorded')
  .option('--json', 'for programs', false)
  .addOption(dataFolder())
  .action(async (options: { json: boolean; data: string }) => {
    const { verify } = await import('./commands/audit');
    await verify(options);
  });

const fleet = program.command('fleet').description('machines and what they made');
fleet
  .command('rebuild-rollups')
  .description('sum months up anew from readings, put right what differs and print it; polls may go on')
  .option('--customer <id>', 'only this customer')
  .option('--from <month>', 'leave months before this one as they are, for example 2026-01')
  .addOption(dataFolder())
  .action(async (options: RebuildOptions) => {
    const { rebuildRollups } = await import('./commands/fleet');
    await rebuildRollups(options);
  });

const branch = program.command('branch').description('national operating companies');
branch
  .command('create')
  .description('make a branch, the first act of a real installation')
  .requiredOption('--code <code>', 'short name of the branch, for example NL')
  .requiredOption('--name <name>', 'name as people see it')
  .addOption(
    new Option('--locale <locale>', 'language, and with it the usual settings of its country').choices([
      'it',
      'nl',
      'en',
    ]),
  )
  .option(
    '--contact <mail>',
    'address at which customers reach the branch; needed unless the file has contacts',
  )
  .option('--file <settings.json>', 'settings that differ from the usual ones')
  .addOption(dataFolder())
  .action(async (options: BranchOptions) => {
    const { create } = await import('./commands/branch');
    await create(options);
  });

const admin = program.command('admin').description('who administers a branch');
admin
  .command('invite')
  .description(
    'print, once, the link with which somebody becomes administrator of a branch; it lives 72 hours',
  )
  .requiredOption('--branch <code>', 'code of the branch')
  .requiredOption('--email <address>', 'mail address with which the person will sign in')
  .option('--force <reason>', 'although the branch has an administrator; the audit log keeps the reason')
  .addOption(dataFolder())
  .action(async (options: { branch: string; email: string; force?: string; data: string }) => {
    const { invite } = await import('./commands/admin');
    await invite(options);
  });

program
  .command('demo-check')
  .description(
    'start the demo in a temporary folder, wait for the automatic order, its mail and its line in the portal',
  )
  .option('--distributed', 'every app as its own process', false)
  .action(async (options: { distributed: boolean }) => {
    const { demoCheck } = await import('./commands/demo-check');
    await demoCheck(options);
  });

/** The version of the whole product; all its packages share it. */
function productVersion(): string {
  const description = readFileSync(join(__dirname, '../../../package.json'), 'utf8');
  return (JSON.parse(description) as { version: string }).version;
}

function dataFolder(): Option {
  return new Option('--data <folder>', 'data folder of the installation')
    .env('PLATEN_DATA')
    .default('.platen');
}

program.parseAsync().catch(fail);
