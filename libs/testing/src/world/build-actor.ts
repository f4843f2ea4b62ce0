import { randomUUID } from 'node:crypto';
import type { Right } from '@platen/contracts';
import { type Actor, anonymous } from '@platen/platform';

export interface ActorParts extends Partial<Omit<Actor, 'rights'>> {
  readonly rights?: readonly Right[];
}

/** An actor as the gateway would make it: a user without rights in a tenant of his own, unless told otherwise. */
export function buildActor({ rights = [], ...parts }: ActorParts = {}): Actor {
  return {
    ...anonymous('test', 'en'),
    kind: 'user',
    id: randomUUID(),
    customerId: randomUUID(),
    branchId: randomUUID(),
    ...parts,
    rights: new Set(rights),
  };
}
