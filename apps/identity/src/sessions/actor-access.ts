import { type Locale, type Right, rights } from '@platen/contracts';
import {
  type Actor,
  type ActorAccess,
  type Credentials,
  type KeyLimits,
  type UnitOfWork,
  anonymous,
  system,
} from '@platen/platform';
import { MAY_STILL_WATCH, WATCHER_TABLES, countingRights } from '../views/viewed-session.sql';
import { localeOf } from './locale-of';
import { hashToken } from './secret-token';
import { IDLE, TOUCH_EVERY } from './session-life';

/** Spoken to somebody of whom nothing is known, not even a branch. */
const COMMON_LOCALE: Locale = 'en';

/**
 * Says who a request comes from, by one indexed statement. Nothing is remembered between requests: a right that is
 * taken away, an ended session, a deactivated user act at the next one.
 */
export function actorAccess(work: UnitOfWork): ActorAccess {
  return {
    resolve: async (credentials) => {
      const { bearer, sessionToken } = credentials;
      if (bearer !== null) return findOne(work, BY_KEY, bearer, credentials);
      if (sessionToken !== null) return findOne(work, BY_SESSION, sessionToken, credentials);
      return anonymous(credentials.requestId, localeOf(credentials.acceptLanguage, COMMON_LOCALE));
    },
  };
}

interface ActorRow {
  readonly kind: 'user' | 'staff' | 'partner' | 'collector';
  readonly id: string;
  readonly branch_id: string;
  readonly customer_id: string | null;
  readonly rights: string[];
  readonly locale: Locale | null;
  readonly branch_locale: Locale;
  readonly session_id: string | null;
  readonly viewed_by: string | null;
  readonly limits: KeyLimits | null;
}

/**
 * The tenant is what this statement finds out, so row-level security cannot know it yet: it runs as the system
 * actor and is scoped by the hash of the secret alone. It is a write because it may touch `last_used_at`.
 */
async function findOne(
  work: UnitOfWork,
  sql: string,
  secret: string,
  credentials: Credentials,
): Promise<Actor | null> {
  const [row] = await work.write(system(credentials.requestId), (tx) =>
    tx.query<ActorRow>(sql, [hashToken(secret)]),
  );
  return row ? toActor(row, credentials) : null;
}

function toActor(row: ActorRow, credentials: Credentials): Actor {
  return {
    kind: row.kind,
    id: row.id,
    branchId: row.branch_id,
    customerId: row.customer_id,
    rights: new Set(row.rights.filter(isRight)),
    locale: row.locale ?? localeOf(credentials.acceptLanguage, row.branch_locale),
    sessionId: row.session_id,
    viewedBy: row.viewed_by,
    limits: row.limits,
    requestId: credentials.requestId,
  };
}

/** A right that this version of the product no longer has gives nothing. */
function isRight(name: string): name is Right {
  return rights.some((right) => right === name);
}

const LIVE_SESSION = `session.ended_at is null and session.expires_at > now()
     and session.last_used_at > now() - interval '${IDLE}'`;

/**
 * What somebody may do: the role's rights and those given on top. Who is asked for a second factor and has none may
 * do nothing until he has one (threats C21); the pages for it ask for no right.
 */
const EFFECTIVE_RIGHTS = `
  case when person.second_factor_since is null and session.viewed_by is null
         and coalesce(customer.requires_second_factor, branch.staff_require_second_factor)
       then '{}' else ${countingRights('role.rights || person.granted_rights')} end`;

const BY_SESSION = `
  with touched as (
    update session set last_used_at = now()
    where token_hash = $1 and ${LIVE_SESSION} and last_used_at < now() - interval '${TOUCH_EVERY}')
  select case when person.customer_id is null then 'staff' else 'user' end as kind,
         person.id, person.branch_id, person.customer_id, ${EFFECTIVE_RIGHTS} as rights, person.locale,
         branch.settings->>'locale' as branch_locale, session.id as session_id, session.viewed_by, null as limits
  from session
  join user_account person on person.id = session.user_id and person.deactivated_at is null
  join role on role.id = person.role_id
  join branch on branch.id = person.branch_id
  left join customer on customer.id = person.customer_id ${WATCHER_TABLES}
  where session.token_hash = $1 and ${LIVE_SESSION} and customer.suspended_at is null and ${MAY_STILL_WATCH}`;

const LIVE_KEY = `key.revoked_at is null and (key.expires_at is null or key.expires_at > now())`;

/** By the key itself, or by a token it was exchanged for: the token may do less, and dies with its key. */
const BY_KEY = `
  with shown as (
    select id as key_id, rights from access_key where key_hash = $1
    union all
    select key_id, rights from access_token where token_hash = $1 and expires_at > now()),
  touched as (
    update access_key key set last_used_at = now() from shown
    where key.id = shown.key_id and ${LIVE_KEY}
      and (key.last_used_at is null or key.last_used_at < now() - interval '${TOUCH_EVERY}'))
  select key.kind, key.id, key.branch_id, key.customer_id,
         array(select unnest(shown.rights) intersect select unnest(key.rights)) as rights, null as locale,
         branch.settings->>'locale' as branch_locale, null as session_id, null as viewed_by,
         case when coalesce(key.requests_per_minute, key.cost_per_minute) is not null
              then jsonb_build_object('requests', key.requests_per_minute, 'cost', key.cost_per_minute) end as limits
  from shown join access_key key on key.id = shown.key_id join branch on branch.id = key.branch_id
  left join customer on customer.id = key.customer_id
  where ${LIVE_KEY} and customer.suspended_at is null`;
