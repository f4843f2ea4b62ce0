import { resolve } from 'node:path';
import { type PlatformEnv, SettingsError } from '@platen/platform';
import { checkAudit } from '../doctor/audit-check';
import { checkDatabase } from '../doctor/database-checks';
import { type Finding, examine, failed, fine } from '../doctor/finding';
import {
  checkBrowser,
  checkDataFolder,
  checkMail,
  checkNode,
  checkProcesses,
} from '../doctor/machine-checks';
import { readKeptEnv } from '../doctor/kept-settings';
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
    findings.push(...(await examine('audit log', () => checkAudit(env.DATABASE_URL))));
    findings.push(...(await examine('queues', () => checkQueues(env))));
    findings.push(...(await examine('mail', () => checkMail(env.SMTP_URL))));
  }
  findings.push(...(await examine('browser for tests', async () => checkBrowser())));
  process.stdout.write(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : report(findings));
  process.exitCode = findings.some((finding) => finding.state === 'failed') ? 1 : 0;
}

function settingsOf(folder: string): { env: PlatformEnv | null; findings: Finding[] } {
  try {
    return { env: readKeptEnv(folder), findings: [fine('settings', 'complete')] };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return {
      env: null,
      findings: [failed('settings', error.message, 'Set them, or start once with npm start')],
    };
  }
}

const marks: Record<Finding['state'], string> = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' };

function report(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ check, state, evidence, mend }) => [
    `${marks[state]}  ${check}: ${evidence}`,
    ...(mend ? [`           to mend: ${mend}`] : []),
  ]);
  return `${lines.join('\n')}\n`;
}
