import { randomUUID } from 'node:crypto';
import type { WorldBranch, WorldCustomer, WorldKey, WorldUser } from '@platen/contracts';

/** What every factory's user signs in with. */
export const password = 'correct horse battery staple';

/** A person of a customer, or (given a branch alone) of its service desk. */
export function buildUser(of: WorldCustomer | WorldBranch, overrides: Partial<WorldUser> = {}): WorldUser {
  const id = randomUUID();
  const customer = 'branchId' in of ? of : null;
  return {
    id,
    branchId: customer?.branchId ?? of.id,
    customerId: customer?.id ?? null,
    email: `${id}@people.example`,
    password,
    firstName: 'Anna',
    lastName: 'Neri',
    phone: null,
    locale: 'it',
    role: customer ? 'Administrator' : 'Service desk',
    deviceIds: [],
    ...overrides,
  };
}

/** A collector's key. */
export function buildKey(customer: WorldCustomer, overrides: Partial<WorldKey> = {}): WorldKey {
  return {
    id: randomUUID(),
    kind: 'collector',
    branchId: customer.branchId,
    customerId: customer.id,
    name: 'Cellar collector',
    key: `ptn_${randomUUID()}${randomUUID()}`,
    rights: ['telemetry:write'],
    ...overrides,
  };
}
