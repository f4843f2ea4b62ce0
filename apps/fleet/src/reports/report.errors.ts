/** What can be wrong with a report's input, by field. */
export type ReportProblem =
  | 'monthFormat'
  | 'monthOrder'
  | 'tooManyMonths'
  | 'reportIds'
  | 'reportIdsOfAll'
  | 'reportKinds'
  | 'reportLines'
  | 'reportName'
  | 'reportNoOrganisation'
  | 'reportNameTaken'
  | 'reportPeriod'
  | 'reportDay'
  | 'reportReaders'
  | 'reportOtherReaders'
  | 'keyLength';

/** Input that cannot be accepted; one entry per field. */
export interface InvalidReport {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly { readonly path: string; readonly problem: ReportProblem }[];
}

/** A machine, group, location or organisation of the report is unknown, or its reader does not see it. */
export interface ReportScopeNotFound {
  readonly code: 'REPORT_SCOPE_NOT_FOUND';
}

/** No such saved report or file among the actor's. */
export interface ReportNotFound {
  readonly code: 'REPORT_NOT_FOUND';
}
