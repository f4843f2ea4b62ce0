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
    search: { search?: string; attention?: string; state?: string; site?: string; sort?: string } = {},
  ) => address('/machines', search),
  device: (id: string) => address(`/machines/${encodeURIComponent(id)}`),
  orders: (search: { status?: string; search?: string } = {}) => address('/orders', search),
  order: (id: string) => address(`/orders/${encodeURIComponent(id)}`),
  tickets: () => '/requests',
  invoices: () => '/invoices',
  account: () => '/account',
  customers: (search: { search?: string } = {}) => address('/console/customers', search),
} as const;
