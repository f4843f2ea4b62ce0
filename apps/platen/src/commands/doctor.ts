import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SettingsError, platformEnvSchema, readEnv } from '@platen/platform';
import { checkDatabase } from '../doctor/database-checks';
import { type Finding, examine, failed, fine } from '../doctor/finding';
import {
  checkBrowser,
  checkDataFolder,
  checkMail,
  checkNode,
  checkProcesses,
} from '../doctor/machine-checks';
import { checkQueues } from '../doctor/queue-checks';

/**
 * Examines an installation with the code that the work runs and says how to mend what is wrong. Exit code 1 when
 * something failed. Prints no secret.
 */
export async function doctor(options: { json: boolean; data: string }): Promise<void> {
  const folder = resolve(options.data);
  const settings = settingsOf(folder);
  const findings: Finding[] = [
    ...(await examine('runtime', async () => checkNode())),
    ...(await examine('data folder', async () => checkDataFolder(folder))),
    ...(await examine('processes', () => checkProcesses(folder))),
    ...settings.findings,
  ];
  const { env } = settings;
  if (env) {
    findings.push(...(await examine('database', () => checkDatabase(env.DATABASE_URL, env.PLATEN_SECRET))));
    findings.push(...(await examine('queues', () => checkQueues(env))));
    findings.push(...(await examine('mail', () => checkMail(env.SMTP_URL))));
  }
  findings.push(...(await examine('browser for tests', async () => checkBrowser())));
  process.stdout.write(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : report(findings));
  process.exitCode = findings.some((finding) => finding.state === 'failed') ? 1 : 0;
}

/** The settings as the running product has them: the environment, else what the start command left in the folder. */
function settingsOf(folder: string): { env: ReturnType<typeof readSettings> | null; findings: Finding[] } {
  try {
    return { env: readSettings(folder), findings: [fine('settings', 'complete')] };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return {
      env: null,
      findings: [failed('settings', error.message, 'Set them, or start once with npm start')],
    };
  }
}

function readSettings(folder: string) {
  const kept: NodeJS.ProcessEnv = {};
  const secret = join(folder, 'secret');
  if (existsSync(secret)) kept.PLATEN_SECRET = readFileSync(secret, 'utf8').trim();
  const run = join(folder, 'run.json');
  if (existsSync(run)) {
    const { database, smtp } =
      (JSON.parse(readFileSync(run, 'utf8')) as { internal?: { database?: string; smtp?: string } })
        .internal ?? {};
    if (database) kept.DATABASE_URL = database;
    if (smtp) kept.SMTP_URL = smtp;
  }
  return readEnv(platformEnvSchema, { ...kept, ...process.env });
}

const marks: Record<Finding['state'], string> = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' };

function report(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ check, state, evidence, mend }) => [
    `${marks[state]}  ${check}: ${evidence}`,
    ...(mend ? [`           to mend: ${mend}`] : []),
  ]);
  return `${lines.join('\n')}\n`;
}
