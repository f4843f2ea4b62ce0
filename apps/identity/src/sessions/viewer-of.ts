import type { Actor } from '@platen/platform';
import { ViewerType } from './session.type';

/** The viewer that an actor is. Carries the actor, because sign-in answers for another one than it was asked by. */
export function viewerOf(actor: Actor): ViewerType {
  return Object.assign(new ViewerType(), { kind: actor.kind, rights: [...actor.rights].sort(), actor });
}
