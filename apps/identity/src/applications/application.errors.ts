/** Unknown, or of others: nobody can tell which. */
export interface ApplicationNotFound {
  readonly code: 'APPLICATION_NOT_FOUND';
}

/** It was decided before, or it expired. */
export interface ApplicationClosed {
  readonly code: 'APPLICATION_CLOSED';
}

/** The branch takes no applications: accounts come by invitation (R15). */
export interface RegistrationClosed {
  readonly code: 'REGISTRATION_CLOSED';
}
