/** The product does not speak this language. */
export interface LocaleUnknown {
  readonly code: 'LOCALE_UNKNOWN';
}

/** A key of a system acts, which has no language of its own. */
export interface NotAPerson {
  readonly code: 'NOT_A_PERSON';
}
