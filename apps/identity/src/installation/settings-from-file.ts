import { type BranchSettings, branchSettingsSchema } from '@platen/contracts';
import { type Result, err } from '@platen/kernel';
import type { z } from 'zod';
import { toGroups } from '../branches/grouped-settings';
import { checkSettings } from '../branches/settings-faults';
import { settingsMessage } from '../branches/settings-message';

/** One thing that is wrong, at its path inside the file, in English: whoever runs commands reads that. */
export interface FileFault {
  readonly path: string;
  readonly message: string;
}

/**
 * Settings as somebody wrote them into a file, or everything that is wrong with them. The shape is looked at first;
 * only what has the right shape is held against the rules that the console applies too.
 */
export function settingsFromFile(written: unknown): Result<BranchSettings, readonly FileFault[]> {
  const parsed = branchSettingsSchema.safeParse(written);
  const shape = parsed.success ? [] : parsed.error.issues.filter((issue) => isOfShape(issue, written));
  if (shape.length > 0)
    return err(shape.map((issue) => ({ path: issue.path.join('.'), message: shapeMessage(issue, written) })));
  // What is wrong now are values, none of them the shape.
  const settings = written as BranchSettings;
  const checked = checkSettings(toGroups(settings));
  const unknown = unknownPaths(written, branchSettingsSchema.shape).map((path) => ({
    path,
    message: 'There is no such setting.',
  }));
  if (checked.ok && unknown.length === 0) return checked;
  const faults = checked.ok ? [] : checked.failure.fields;
  return err([
    ...unknown,
    ...faults.map(({ path, problem, limit }) => ({
      path: pathInFile(path, settings),
      message: settingsMessage('en', problem, limit === undefined ? {} : { limit }),
    })),
  ]);
}

function isOfShape({ code, path }: z.core.$ZodIssue, written: unknown): boolean {
  return code === 'invalid_type' || code === 'invalid_union' || valueAt(written, path) === undefined;
}

const shapes: Readonly<Record<string, string>> = {
  object: 'a group { }',
  record: 'a group { }',
  array: 'a list [ ]',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function shapeMessage(issue: z.core.$ZodIssue, written: unknown): string {
  if (valueAt(written, issue.path) === undefined) return 'This is missing.';
  const expected = issue.code === 'invalid_type' ? shapes[issue.expected] : undefined;
  return expected ? `This must be ${expected}.` : issue.message;
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isGroup(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined),
    whole,
  );
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A misspelt setting would silently stay at its default; names of VAT rates are free. */
function unknownPaths(written: unknown, shape: Readonly<Record<string, unknown>>, within = ''): string[] {
  if (!isGroup(written)) return [];
  return Object.entries(written).flatMap(([key, value]) => {
    const path = `${within}${key}`;
    if (!Object.hasOwn(shape, key)) return [path];
    const inner = shape[key];
    return isGroup(inner) && isGroup(inner.shape) ? unknownPaths(value, inner.shape, `${path}.`) : [];
  });
}

const inFile: Readonly<Record<string, string>> = {
  'registration.policy': 'registration',
  'registration.passwordHelp': 'passwordHelp',
};

/** The console's path, which names its groups, as the path inside the file. */
function pathInFile(path: string, settings: BranchSettings): string {
  const rate = /^general\.vatRates\.(\d+)/.exec(path);
  if (rate) return `vatRates.${Object.keys(settings.vatRates)[Number(rate[1])] ?? ''}`;
  return inFile[path] ?? path.replace(/^general\./, '').replace(/^tickets\b/, 'ticket');
}
