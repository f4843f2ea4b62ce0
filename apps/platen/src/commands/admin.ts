import { InstallationError, withIdentity } from './with-identity';

/** What was typed after `platen admin invite`. */
export interface InviteOptions {
  readonly branch: string;
  readonly email: string;
  /** why, although the branch has an administrator */
  readonly force?: string;
  readonly data: string;
}

/**
 * Prints, once, the link with which somebody becomes administrator of a branch.
 * @throws InstallationError saying why nobody was invited
 */
export async function invite({ branch, email, force, data }: InviteOptions): Promise<void> {
  const asked = { branchCode: branch, email, reason: force ?? null };
  const invited = await withIdentity(data, (app) => app.installation.inviteAdministrator(asked));
  if (!invited.ok) throw new InstallationError(words[invited.failure.code].replace('{branch}', branch));
  const { url, expiresAt } = invited.value;
  process.stdout.write(
    `${url}\n\nThis link is shown once. Give it to its owner only: it works once, until ${expiresAt.toISOString()}.\n`,
  );
}

const words = {
  EMAIL_INVALID: '--email: This is not an e-mail address.',
  BRANCH_NOT_FOUND: '--branch: There is no branch {branch}. Make it first: platen branch create',
  ROLE_NOT_FOUND: '--branch: The branch {branch} has no role "Branch administrator" any more.',
  ACCOUNT_EXISTS: '--email: Somebody signs in with this address already.',
  HAS_ADMINISTRATOR:
    'The branch {branch} has an administrator, who can invite others in the console. Where that is no way: --force "reason"',
  REASON_INVALID: '--force: Say why on one line of at most 300 characters, without mail addresses.',
} as const;
