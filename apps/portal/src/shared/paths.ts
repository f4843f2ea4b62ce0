/** Builds an address; empty and undefined parameters are left out. */
function address(path: string, search: Readonly<Record<string, string | undefined>> = {}): string {
  const present = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(present).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Every address of the portal, in one place; the routes themselves are in app/routes.ts. */
export const paths = {
  overview: () => '/',
  signIn: (search: { next?: string; ended?: 'yes' } = {}) => address('/sign-in', search),
  devices: (
    search: {
      search?: string;
      attention?: string;
      state?: string;
      site?: string;
      group?: string;
      sort?: string;
    } = {},
  ) => address('/machines', search),
  device: (id: string) => address(`/machines/${encodeURIComponent(id)}`),
  orders: (search: { status?: string; search?: string } = {}) => address('/orders', search),
  order: (id: string) => address(`/orders/${encodeURIComponent(id)}`),
  tickets: () => '/requests',
  invoices: () => '/invoices',
  account: () => '/account',
  security: () => '/account/security',
  notifications: () => '/account/notifications',
  privacy: () => '/account/privacy',
  forgottenPassword: (search: { branch?: string } = {}) => address('/forgotten-password', search),
  /** a token follows `#` in each of these: it is sent to no server */
  setPassword: () => '/set-password',
  confirmEmail: () => '/confirm-email',
  undoEmail: () => '/undo-email',
  acceptInvitation: () => '/invitation',
  confirmNotificationEmail: () => '/confirm-notification-address',
  apply: (search: { branch?: string } = {}) => address('/apply', search),
  groups: () => '/groups',
  group: (id: string) => `/groups/${encodeURIComponent(id)}`,
  groupPeople: (id: string) => `/groups/${encodeURIComponent(id)}/people`,
  users: (search: { search?: string; state?: string; role?: string } = {}) =>
    address('/administration/users', search),
  user: (id: string) => `/administration/users/${encodeURIComponent(id)}`,
  joining: (search: { tab?: 'applications'; invite?: 'list'; state?: string; application?: string } = {}) =>
    address('/administration/joining', search),
  roles: () => '/administration/roles',
  newRole: () => '/administration/roles/new',
  role: (id: string) => `/administration/roles/${encodeURIComponent(id)}`,
  organisation: () => '/administration/organisation',
  keys: () => '/administration/keys',
  newKey: () => '/administration/new-key',
  audit: (search: Readonly<Record<string, string | undefined>> = {}) =>
    address('/administration/audit', search),
  auditEntry: (id: string) => `/administration/audit/${encodeURIComponent(id)}`,
  newCustomer: () => '/console/new-customer',
  customer: (id: string) => `/console/customers/${encodeURIComponent(id)}`,
  customerUsers: (id: string, search: { search?: string; state?: string; role?: string } = {}) =>
    address(`/console/customers/${encodeURIComponent(id)}/users`, search),
  staff: (search: { member?: string } = {}) => address('/console/staff', search),
  branchSettings: (search: { tab?: 'history' } = {}) => address('/console/branch', search),
  customers: (search: { search?: string } = {}) => address('/console/customers', search),
} as const;
