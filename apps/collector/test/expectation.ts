import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { devicesFolder } from './replay';

const counter = z.object({ kind: z.string(), value: z.number() });
const supply = z.object({
  index: z.string().optional(),
  description: z.string().optional(),
  librenms_description: z.string().optional(),
  type: z.string().nullish(),
  color: z.string().nullish(),
  class: z.string().nullish(),
  level_state: z.string().optional(),
  percent: z.number().nullish(),
});
const alert = z.object({ severity: z.number(), code: z.number(), description: z.string() });
const expectation = z.object({
  id: z.string(),
  vendor: z.string(),
  expected: z.object({
    identity: z.object({
      serials: z.array(z.string()),
      firmwares: z.array(z.string()),
      manufacturers: z.array(z.string()),
      model_must_contain_one_of: z.array(z.string()).default([]),
    }),
    counters: z.array(counter).default([]),
    counters_with_more_than_one_value: z.array(z.string()).default([]),
    supplies: z.array(supply).default([]),
    status: z
      .object({
        hrDeviceStatus: z.number().optional(),
        hrPrinterStatus: z.number().optional(),
        hrPrinterDetectedErrorState_hex: z.string().optional(),
        hrPrinterDetectedErrorState_bits: z.array(z.string()).default([]),
      })
      .nullish(),
    alerts: z.array(alert).default([]),
  }),
});

/** What other projects read from one recording. */
export type Expectation = z.infer<typeof expectation> & {
  /** everything that the recording holds, to tell a model that cannot be read from one that was missed */
  recording: string;
};

/** All expectation files, by name. */
export function loadExpectations(): Expectation[] {
  const folder = join(devicesFolder, 'snmp');
  const files = readdirSync(folder).filter((file) => file.endsWith('.expected.json'));
  return files.sort().map((file) => {
    const parsed = expectation.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return { ...parsed, recording: readRecording(folder, parsed.id) };
  });
}

/** The recording's text; values that it keeps in hex are added as text. */
function readRecording(folder: string, id: string): string {
  const lines = readFileSync(join(folder, `${id}.snmprec`), 'latin1').split('\n');
  const fromHex = lines
    .filter((line) => line.includes('|4x|'))
    .map((line) => Buffer.from(line.slice(line.indexOf('|4x|') + 4), 'hex').toString('latin1'));
  return [...lines, ...fromHex].join('\n');
}
