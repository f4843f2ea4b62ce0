import type { Actor, GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { User } from './user.row';
import type { UserService } from './user.service';

/** Users of one request as one actor sees them; the actor changes only at sign-in. */
export function userLoader(
  context: GraphqlContext,
  users: UserService,
  actor: Actor = context.actor,
): DataLoader<string, User | null> {
  return context.loader(
    `users ${actor.id}`,
    () => new DataLoader<string, User | null>((ids) => users.findByIds(actor, ids)),
  );
}
