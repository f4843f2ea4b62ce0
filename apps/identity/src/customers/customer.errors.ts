/** Unknown, or not visible: nobody can tell which (C6). */
export interface CustomerNotFound {
  readonly code: 'CUSTOMER_NOT_FOUND';
}
