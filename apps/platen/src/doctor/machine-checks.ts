import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { createTransport } from 'nodemailer';
import { findBrowser } from '../commands/demo-check-browser';
import { type RunFile, isAlive } from '../supervisor/run-file';
import { type Finding, failed, fine, warning } from './finding';

const LEAST_FREE_BYTES = 2 * 1024 ** 3;

/** The Node.js that runs this, against what the product supports. */
export function checkNode(): Finding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const supported = major > 20 || (major === 20 && minor >= 19);
  const evidence = `Node.js ${process.versions.node}`;
  return [supported ? fine('runtime', evidence) : failed('runtime', evidence, 'Use Node.js 20.19 or newer')];
}

/** The data folder: can be written by this user, and the disk has room. */
export function checkDataFolder(folder: string): Finding[] {
  if (!existsSync(folder))
    return [warning('data folder', `${folder} does not exist yet`, 'npm start makes it')];
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return [
      failed(
        'data folder',
        `${userInfo().username} may not write ${folder}`,
        `chown -R ${userInfo().username} ${folder}`,
      ),
    ];
  }
  const disk = statfsSync(folder);
  const free = disk.bavail * disk.bsize;
  const evidence = `${folder}, ${(free / 1024 ** 3).toFixed(1)} GiB free`;
  return [
    free > LEAST_FREE_BYTES
      ? fine('data folder', evidence)
      : warning('data folder', evidence, 'Make room: below 2 GiB are free'),
  ];
}

/** Connects and says EHLO, as the worker would; sends nothing. */
export async function checkMail(smtpUrl: string | undefined): Promise<Finding[]> {
  if (!smtpUrl)
    return [
      warning(
        'mail',
        'SMTP_URL is not set: mails are kept and not sent',
        'Set SMTP_URL=smtp://user:password@host:587',
      ),
    ];
  const transport = createTransport(smtpUrl);
  try {
    await transport.verify();
    return [fine('mail', `${new URL(smtpUrl).host} answers`)];
  } catch (error) {
    const evidence = `${new URL(smtpUrl).host}: ${error instanceof Error ? error.message : String(error)}`;
    return [failed('mail', evidence, 'Correct SMTP_URL, or ask the mail server to accept this machine')];
  } finally {
    transport.close();
  }
}

/** Whether the processes named in run.json live and the portal answers. */
export async function checkProcesses(folder: string): Promise<Finding[]> {
  const file = join(folder, 'run.json');
  if (!existsSync(file))
    return [warning('processes', 'nothing was started on this data folder', 'npm start')];
  const run = JSON.parse(readFileSync(file, 'utf8')) as RunFile;
  const gone = Object.entries(run.pids).filter(([, pid]) => !isAlive(pid));
  if (run.pids.launcher && !isAlive(run.pids.launcher))
    return [warning('processes', 'not running', 'npm start')];
  if (gone.length > 0)
    return [
      failed(
        'processes',
        `ended: ${gone.map(([name]) => name).join(', ')}`,
        'Look at what the start command printed',
      ),
    ];
  const answer = await fetch(`${run.addresses.portal}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(
    () => null,
  );
  const names = Object.keys(run.pids).join(', ');
  if (!answer?.ok)
    return [
      failed(
        'processes',
        `${names} live, ${run.addresses.portal} is not ready`,
        'Wait a minute, then look at the log',
      ),
    ];
  return [fine('processes', `${names} live, ${run.addresses.portal} answers`)];
}

/** Chromium is only needed by the end-to-end tests. */
export function checkBrowser(): Finding[] {
  const browser = findBrowser();
  if (browser) return [fine('browser for tests', browser)];
  return [
    warning(
      'browser for tests',
      'no Chromium found; only the end-to-end tests need one',
      'apt-get install chromium, or set CHROMIUM_PATH',
    ),
  ];
}
