import { readFileSync } from 'node:fs';
import { type Locale, locales } from '@platen/contracts';
import { defaultSettings } from '@platen/identity';
import { InstallationError, withIdentity } from './with-identity';

/** What was typed after `platen branch create`. */
export interface BranchOptions {
  readonly code: string;
  readonly name: string;
  readonly locale?: Locale;
  /** mail address */
  readonly contact?: string;
  /** path of a file with settings in JSON */
  readonly file?: string;
  readonly data: string;
}

/**
 * Makes a branch and says what comes next.
 * @throws InstallationError saying everything that is wrong; nothing was made then
 */
export async function create(options: BranchOptions): Promise<void> {
  const { code } = options;
  const settings = settingsOf(options);
  const made = await withIdentity(options.data, (app) => app.installation.createBranch({ code, settings }));
  if (made.ok) {
    process.stdout.write(
      `Branch ${code} is made. Next: platen admin invite --branch ${code} --email who@example.org\n`,
    );
    return;
  }
  const { failure } = made;
  if (failure.code === 'CODE_TAKEN') throw new InstallationError(`There is a branch ${code} already.`);
  if (failure.code === 'CODE_INVALID')
    throw new InstallationError(
      '--code: Two to ten capital letters and digits, the first a letter, for example NL.',
    );
  const lines = failure.faults.map(({ path, message }) => `  ${path || '(file)'}: ${hint(path) ?? message}`);
  throw new InstallationError(['These settings cannot be stored:', ...lines].join('\n'));
}

function hint(path: string): string | null {
  return path === 'contacts' ? 'A way to reach the branch is needed: --contact info@example.org' : null;
}

/** The usual settings, what the file says in their place, and what was typed in place of both. */
function settingsOf({ code, name, locale, contact, file }: BranchOptions): unknown {
  const written = file === undefined ? {} : readSettings(file);
  const language =
    locale ?? locales.find((known) => known === (written.locale ?? code.toLowerCase())) ?? 'en';
  return {
    ...defaultSettings(language, name),
    ...written,
    name,
    ...(locale && { locale }),
    ...(contact !== undefined && {
      contacts: [{ topic: 'general', phone: null, mail: contact, hours: null }],
    }),
  };
}

function readSettings(file: string): Readonly<Record<string, unknown>> {
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InstallationError(`--file ${file} cannot be read as JSON: ${why}`);
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw new InstallationError(`--file ${file} must hold one group { } of settings.`);
  return { ...written };
}
