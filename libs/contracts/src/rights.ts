/** Everything a person or a key may be allowed to do. Roles are named sets of these; resolvers ask for one each. */
export const rights = [
  'device:read',
  'device:all',
  'order:read',
  'order:place',
  'order:approve',
  'order:manage',
  'shipment:write',
  'catalogue:manage',
  'ticket:read',
  'ticket:open',
  'meter:read',
  'meter:submit',
  'meter:manage',
  'meter:book',
  'report:read',
  'invoice:read',
  'contract:read',
  'equipment:manage',
  'device:manage',
  'collector:manage',
  'user:manage',
  'guest:manage',
  'key:manage',
  'telemetry:write',
  'audit:read',
  'customer:read',
  'customer:manage',
  'branch:manage',
  'staff:manage',
] as const;

/**
 * One right. `device:all` lifts the assignment of single devices: who has it sees every device of the customer.
 */
export type Right = (typeof rights)[number];
