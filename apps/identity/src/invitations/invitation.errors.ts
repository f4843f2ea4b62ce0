/** Unknown, or of others: nobody can tell which. */
export interface InvitationNotFound {
  readonly code: 'INVITATION_NOT_FOUND';
}

/** It was accepted or revoked before. */
export interface InvitationClosed {
  readonly code: 'INVITATION_CLOSED';
}

/** The letter left less than a minute ago. */
export interface InvitationJustSent {
  readonly code: 'INVITATION_JUST_SENT';
}

/** Used, replaced, revoked, too old or never made: whoever holds the link is not told which. */
export interface InvitationGone {
  readonly code: 'INVITATION_GONE';
}

/** Somebody signs in with this address already; told to its owner alone, who holds the link from its mailbox. */
export interface AccountExists {
  readonly code: 'ACCOUNT_EXISTS';
}

/** Parts of an input that cannot be accepted. */
export interface InvalidInput<Problem> {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly Problem[];
}
