/**
 * Whether a row of `user_account` may open a session at all, as SQL: neither deactivated nor erased, and not of an
 * organisation whose access the operating company has suspended (S6).
 */
export const MAY_SIGN_IN = `
  user_account.deactivated_at is null and user_account.erased_at is null
  and not exists (
    select from customer where customer.id = user_account.customer_id and customer.suspended_at is not null)`;
