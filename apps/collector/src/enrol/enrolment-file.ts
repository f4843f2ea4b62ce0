import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an exchanged code left: where the gateway is, and this collector's own key. */
export interface Enrolment {
  readonly url: string;
  readonly key: string;
  readonly collectorId: string;
  readonly name: string;
}

const FILE = 'enrolment.json';

/** Writes it for its owner alone, whole or not at all. */
export function keepEnrolment(stateDirectory: string, enrolment: Enrolment): void {
  mkdirSync(stateDirectory, { recursive: true, mode: 0o700 });
  const file = join(stateDirectory, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(enrolment), { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

/** @returns null when no code was exchanged here. @throws when the file cannot be read or is no enrolment */
export function readEnrolment(stateDirectory: string): Enrolment | null {
  let text: string;
  try {
    text = readFileSync(join(stateDirectory, FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { url, key, collectorId, name } = JSON.parse(text) as Enrolment;
    if (typeof url === 'string' && typeof key === 'string') return { url, key, collectorId, name };
  } catch {
    // not JSON: said below, without the text, which may hold the key
  }
  throw new Error(`${join(stateDirectory, FILE)} is damaged: enrol this collector anew.`);
}
