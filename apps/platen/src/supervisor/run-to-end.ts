import { spawn } from 'node:child_process';

/** Runs a compiled file as a process of its own and waits for it. @throws Error when it ends with a failure */
export function runToEnd(entry: string, env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('Preparing the database failed; see above.')),
    );
  });
}
