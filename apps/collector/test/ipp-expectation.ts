import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { devicesFolder } from './replay';

/** What an independent parser reads from one recording. */
export interface IppExpectation {
  readonly id: string;
  readonly vendor: string;
  readonly model: string;
  readonly oracle: {
    readonly 'status-code': number;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly info?: {
      readonly printer_name: string;
      readonly location: string | null;
      readonly serial: string | null;
      readonly version: string | null;
    } | null;
    readonly markers?:
      | readonly { readonly name: string; readonly level: number; readonly marker_type: string }[]
      | null;
    readonly state?: { readonly printer_state: string } | null;
  };
}

/** All IPP recordings with the reading of python-ipp. */
export function loadIppExpectations(): IppExpectation[] {
  const folder = join(devicesFolder, 'ipp');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => {
      const { id, vendor, model, oracles } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        id: string;
        vendor: string;
        model: string;
        oracles: { python_ipp: IppExpectation['oracle'] };
      };
      return { id, vendor, model, oracle: oracles.python_ipp };
    });
}
