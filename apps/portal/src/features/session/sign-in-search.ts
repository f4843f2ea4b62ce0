/** State of the sign-in page as the URL holds it. */
export interface SignInSearch {
  /** Where to go after signing in; a path of our own. */
  readonly next?: string;
  /** `yes` when a session came to its end while the page was open. */
  readonly ended?: 'yes';
  /** Code of the branch whose name and contacts the page shows. */
  readonly branch?: string;
}

/**
 * Reads the URL. Only a path of our own origin is accepted as `next`: `//host` and `/\host` would lead a
 * browser away (open redirect).
 */
export function parseSignInSearch(raw: Readonly<Record<string, unknown>>): SignInSearch {
  const { next, ended, branch } = raw;
  return {
    next: typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined,
    ended: ended === 'yes' ? 'yes' : undefined,
    ...parseDoorSearch({ branch }),
  };
}

/** The branch whose door it is, where the URL names one. */
export function parseDoorSearch({ branch }: Readonly<Record<string, unknown>>): { readonly branch?: string } {
  return { branch: typeof branch === 'string' && branch !== '' ? branch.slice(0, 20) : undefined };
}
