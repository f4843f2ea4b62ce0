import type { Right } from '@platen/contracts';
import { type Actor, anonymous, system } from '@platen/platform';

export const italy = '00000000-0000-7000-8000-0000000000b1';
export const netherlands = '00000000-0000-7000-8000-0000000000b2';
export const rossi = '00000000-0000-7000-8000-0000000000c1';
export const bianchi = '00000000-0000-7000-8000-0000000000c2';
export const jansen = '00000000-0000-7000-8000-0000000000c3';
export const memberId = '00000000-0000-7000-8000-000000000a01';

const nobody = anonymous('request', 'en');
const reading: readonly Right[] = ['device:read'];
const managing: readonly Right[] = ['device:read', 'device:all', 'equipment:manage'];
const registering: readonly Right[] = ['device:read', 'device:all', 'device:manage'];

interface Bound {
  readonly id?: string;
  readonly customerId?: string | null;
  readonly branchId?: string | null;
}

/** An actor of any kind with these rights; of Rossi in Italy unless bound otherwise. */
export function actorOf(kind: Actor['kind'], rights: readonly Right[], bound: Bound = {}): Actor {
  return {
    ...nobody,
    kind,
    id: memberId,
    customerId: rossi,
    branchId: italy,
    rights: new Set(rights),
    ...bound,
  };
}

/** One of each kind of actor, for policy tables and tests. */
export const actors = {
  anonymous: nobody,
  guest: actorOf('guest', []),
  member: actorOf('user', reading),
  administrator: actorOf('user', managing),
  'administrator of another customer': actorOf('user', managing, { customerId: bianchi }),
  'user without rights': actorOf('user', []),
  staff: actorOf('staff', managing, { customerId: null }),
  'staff of another branch': actorOf('staff', managing, { customerId: null, branchId: netherlands }),
  'staff without rights': actorOf('staff', [], { customerId: null }),
  'partner of a customer': actorOf('partner', ['device:read', 'telemetry:write']),
  'partner of a branch': actorOf('partner', ['device:read', 'telemetry:write'], { customerId: null }),
  'partner without rights': actorOf('partner', []),
  collector: actorOf('collector', ['telemetry:write']),
  'collector of another customer': actorOf('collector', ['telemetry:write'], { customerId: bianchi }),
  'collector without customer': actorOf('collector', ['telemetry:write'], { customerId: null }),
  system: system('request'),
} as const;

/** Staff who keep the register of machines. */
export const registrar = actorOf('staff', registering, { customerId: null });
/** The same of the Dutch branch. */
export const foreignRegistrar = actorOf('staff', registering, { customerId: null, branchId: netherlands });
