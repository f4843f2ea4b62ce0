import { join } from 'node:path';
import { runToEnd } from '../supervisor/run-to-end';

/** Applies what is missing to the database of `DATABASE_URL`; safe to run again. */
export function migrate(): Promise<void> {
  return runToEnd(join(__dirname, '..', 'prepare.js'), {});
}
