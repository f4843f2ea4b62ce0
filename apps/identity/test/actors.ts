import type { Right } from '@platen/contracts';
import { type Actor, anonymous, system } from '@platen/platform';
import { customerRoles, staffRoles } from '../src/roles/given-roles';

export const userId = '00000000-0000-7000-8000-000000000001';
export const customerId = '00000000-0000-7000-8000-0000000000c1';
export const branchId = '00000000-0000-7000-8000-0000000000b1';

const nobody = anonymous('request', 'en');

function actor(kind: Actor['kind'], customer: string | null, rights: readonly Right[]): Actor {
  return { ...nobody, kind, id: userId, customerId: customer, branchId, rights: new Set(rights) };
}

/** One of each kind of actor, for policy tables. */
export const actors = {
  anonymous: nobody,
  guest: actor('guest', customerId, []),
  member: actor('user', customerId, customerRoles.Member),
  administrator: actor('user', customerId, customerRoles.Administrator),
  staff: actor('staff', null, staffRoles['Service desk']),
  'staff without rights': actor('staff', null, []),
  'partner of a customer': actor('partner', customerId, []),
  'partner of a branch': actor('partner', null, ['customer:read']),
  collector: actor('collector', customerId, ['telemetry:write']),
  system: system('request'),
} as const;
