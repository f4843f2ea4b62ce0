/** No such view among those the actor may delete. */
export interface SavedViewNotFound {
  readonly code: 'SAVED_VIEW_NOT_FOUND';
}

/** What can be wrong with a view, by field. */
export type ViewProblem =
  | 'viewNameNeeded'
  | 'viewNameTaken'
  | 'viewTooLong'
  | 'viewNotShared'
  | 'tooManyViews'
  | 'viewNeedsPerson'
  | 'keyLength';

/** Input that cannot be accepted; one entry per field. */
export interface InvalidView {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly { readonly path: string; readonly problem: ViewProblem }[];
}
