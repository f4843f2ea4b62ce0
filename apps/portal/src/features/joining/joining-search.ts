/** State of the page as the URL holds it. */
export interface JoiningSearch {
  /** default: invitations */
  readonly tab?: 'applications';
  /** inviting a list instead of one person */
  readonly invite?: 'list';
  /** state of the invitations or applications to show; default: all */
  readonly state?: string;
  /** the application that is being decided */
  readonly application?: string;
}

/** Reads the URL. */
export function parseJoiningSearch(raw: Readonly<Record<string, unknown>>): JoiningSearch {
  const { tab, invite, state, application } = raw;
  return {
    tab: tab === 'applications' ? tab : undefined,
    invite: invite === 'list' ? invite : undefined,
    state: typeof state === 'string' && /^[A-Z]{1,20}$/.test(state) ? state : undefined,
    application: typeof application === 'string' && application !== '' ? application.slice(0, 60) : undefined,
  };
}
