/** Unknown, or somebody else's (C6). Also for some instants after it was set up: fleet tells of it by an event. */
export interface CollectorNotFound {
  readonly code: 'COLLECTOR_NOT_FOUND';
}

/** Unknown, used, replaced, too old; nobody is told which. */
export interface EnrolmentCodeInvalid {
  readonly code: 'ENROLMENT_CODE_INVALID';
}
