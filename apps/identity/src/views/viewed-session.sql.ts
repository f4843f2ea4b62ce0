import { actingRights, neededToView } from './view-as.policy';

const list = (rights: readonly string[]): string => `'{${rights.join(',')}}'::text[]`;

/** Tables joined to a `session` and its `person`: who looks through these eyes, if anybody. */
export const WATCHER_TABLES = `
  left join user_account watcher on watcher.id = session.viewed_by
  left join role watcher_role on watcher_role.id = watcher.role_id
  left join session origin on origin.id = session.viewing_from`;

const WATCHERS_RIGHTS = `(watcher_role.rights || watcher.granted_rights)`;

/** True for a session of one's own, and for a look while who looks may still look and his own session lives. */
export const MAY_STILL_WATCH = `
  (session.viewed_by is null or (
     watcher.deactivated_at is null and origin.ended_at is null and origin.expires_at > now()
     and ${WATCHERS_RIGHTS} @> case when watcher.customer_id is null then ${list(neededToView.staff)}
                                    else ${list(neededToView.user)} end))`;

/** Rights as far as they count: in a look those that who looks has too, and those that only change things. */
export function countingRights(rights: string): string {
  return `case when session.viewed_by is null then ${rights} else array(
    select held from unnest(${rights}) held
    where held = any(${list(actingRights)}) or held = any(${WATCHERS_RIGHTS})) end`;
}
