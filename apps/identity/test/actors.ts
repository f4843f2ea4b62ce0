import { anonymous, system } from '@platen/platform';
import { type ActorParts, buildActor } from '@platen/testing';
import { customerRoles, staffRoles } from '../src/roles/given-roles';

export const userId = '00000000-0000-7000-8000-000000000001';
export const customerId = '00000000-0000-7000-8000-0000000000c1';
export const branchId = '00000000-0000-7000-8000-0000000000b1';

const actor = (parts: ActorParts) => buildActor({ id: userId, customerId, branchId, ...parts });

/** One of each kind of actor, for policy tables. */
export const actors = {
  anonymous: anonymous('request', 'en'),
  guest: actor({ kind: 'guest' }),
  member: actor({ kind: 'user', rights: customerRoles.Member }),
  administrator: actor({ kind: 'user', rights: customerRoles.Administrator }),
  staff: actor({ kind: 'staff', customerId: null, rights: staffRoles['Service desk'] }),
  'staff without rights': actor({ kind: 'staff', customerId: null }),
  'partner of a customer': actor({ kind: 'partner' }),
  'partner of a branch': actor({ kind: 'partner', customerId: null, rights: ['customer:read'] }),
  collector: actor({ kind: 'collector', rights: ['telemetry:write'] }),
  system: system('request'),
} as const;
