/** How an account stands. Without a password it was set up, by invitation or approval, and never used (R2). */
export const userStates = ['ACTIVE', 'INVITED', 'DEACTIVATED', 'ERASED'] as const;

export type UserState = (typeof userStates)[number];

/** The state of `person`, a row of user_account, as SQL. */
export const USER_STATE = `
  case when person.erased_at is not null then 'ERASED'
       when person.deactivated_at is not null then 'DEACTIVATED'
       when person.password_hash is null then 'INVITED'
       else 'ACTIVE' end`;
