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
  deviceSilence: (id: string) => `/machines/${encodeURIComponent(id)}/silence`,
  device: (id: string, search: { tab?: string; meter?: string; act?: string; case?: string } = {}) =>
    address(`/machines/${encodeURIComponent(id)}`, search),
  meterReadings: (search: { state?: string; search?: string } = {}) => address('/meter-readings', search),
  editDevice: (id: string) => `/machines/${encodeURIComponent(id)}/edit`,
  moveDevice: (id: string) => `/machines/${encodeURIComponent(id)}/move`,
  deviceLabel: (id: string) => `/machines/${encodeURIComponent(id)}/label`,
  deviceLife: (id: string) => `/machines/${encodeURIComponent(id)}/life`,
  orders: (search: { status?: string; kind?: string; customer?: string; search?: string } = {}) =>
    address('/orders', search),
  newOrder: (search: { machines?: string } = {}) => address('/orders/new', search),
  order: (id: string) => address(`/orders/${encodeURIComponent(id)}`),
  tickets: () => '/requests',
  invoices: () => '/invoices',
  reports: (search: Readonly<Record<string, string | undefined>> = {}) => address('/reports', search),
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
  meterLink: () => '/meter-link',
  confirmNotificationEmail: () => '/confirm-notification-address',
  apply: (search: { branch?: string } = {}) => address('/apply', search),
  locations: (search: { search?: string; customer?: string; closed?: 'yes' } = {}) =>
    address('/locations', search),
  location: (id: string, search: { odd?: 'yes' | undefined } = {}) =>
    address(`/locations/${encodeURIComponent(id)}`, search),
  newLocation: (search: { customer?: string | undefined } = {}) => address('/locations/new', search),
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
  collectors: (search: { state?: string } = {}) => address('/collectors', search),
  newCollector: () => '/collectors/new',
  collector: (id: string) => `/collectors/${encodeURIComponent(id)}`,
  keys: () => '/administration/keys',
  newKey: () => '/administration/new-key',
  audit: (search: Readonly<Record<string, string | undefined>> = {}) =>
    address('/administration/audit', search),
  auditEntry: (id: string) => `/administration/audit/${encodeURIComponent(id)}`,
  registerMachine: (search: { found?: string; customer?: string } = {}) =>
    address('/console/register', search),
  importMachines: (search: { list?: string } = {}) => address('/console/import', search),
  foundMachines: (search: { aside?: 'yes' | undefined } = {}) => address('/found-machines', search),
  models: (search: { search?: string } = {}) => address('/console/models', search),
  newModel: () => '/console/models/new',
  model: (id: string) => `/console/models/${encodeURIComponent(id)}`,
  newCustomer: () => '/console/new-customer',
  customer: (id: string) => `/console/customers/${encodeURIComponent(id)}`,
  customerUsers: (id: string, search: { search?: string; state?: string; role?: string } = {}) =>
    address(`/console/customers/${encodeURIComponent(id)}/users`, search),
  meterCases: (search: { customer?: string; kind?: string; days?: string; case?: string | undefined } = {}) =>
    address('/console/meter-cases', search),
  staff: (search: { member?: string } = {}) => address('/console/staff', search),
  branchSettings: (search: { tab?: 'history' } = {}) => address('/console/branch', search),
  customers: (search: { search?: string } = {}) => address('/console/customers', search),
} as const;
