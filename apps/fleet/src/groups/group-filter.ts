import { type Actor, isId } from '@platen/platform';
import { canAssign } from './device-group.policy';
import type { GroupFilter } from './device-group.service';
import type { DeviceGroupFilterInput } from './device-group.type';
import { MAX_GROUP_NAME } from './group-input';

/** An id that nobody has: filtering by something that is no id finds nothing, as with any unknown one. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The filter as asked for. Who does not assign may ask what he has himself, and of others learns nothing. */
export function toGroupFilter(input: DeviceGroupFilterInput | null | undefined, actor: Actor): GroupFilter {
  const search = input?.search?.trim().slice(0, MAX_GROUP_NAME);
  return { search: search || null, userId: input?.userId ? askedPerson(input.userId, actor) : null };
}

/** The person that a filter names, or one that nobody is where the actor may not know. */
export function askedPerson(userId: string, actor: Actor): string {
  const mayKnow = canAssign(actor) || userId.toLowerCase() === actor.id;
  return mayKnow && isId(userId) ? userId : NOBODY;
}
