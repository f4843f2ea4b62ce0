/** What can be wrong with a hand-in as a whole, by field; single rows have verdicts instead. */
export type HandInProblem = 'keyLength' | 'rowsNeeded' | 'columnsUneven' | 'tooLong';

/** Input that cannot be read as rows; nothing of it was looked at. */
export interface InvalidHandIn {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly { readonly path: string; readonly problem: HandInProblem }[];
}
