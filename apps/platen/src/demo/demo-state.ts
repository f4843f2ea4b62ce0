import { randomBytes } from 'node:crypto';
import type { World } from '@platen/contracts';
import type { DataDirectory } from '../supervisor/data-directory';
import { demoWorld } from './world';

/** What one demo installation made up once and keeps: the instant it began and its collectors' keys. */
export interface DemoState {
  /** ISO 8601; simulated counters run from here, so that a second start goes on where the first was */
  readonly startedAt: string;
  readonly collectorKeys: Readonly<Record<string, string>>;
}

export const demoStateFile = 'demo.json';

/** The state of the demo in this data folder, made at the first start. */
export function demoState(data: DataDirectory): DemoState {
  const known = data.readJson<DemoState>(demoStateFile);
  if (known) return known;
  const key = () => `ptn_${randomBytes(32).toString('base64url')}`;
  const state: DemoState = {
    startedAt: new Date().toISOString(),
    collectorKeys: { rossi: key(), verdi: key(), vandijk: key() },
  };
  data.writeJson(demoStateFile, state);
  return state;
}

/** The demo's data with this installation's keys. */
export function demoWorldOf(state: DemoState): World {
  return demoWorld((customer) => {
    const key = state.collectorKeys[customer];
    if (!key) throw new Error(`The demo state has no collector key for ${customer}.`);
    return key;
  });
}
