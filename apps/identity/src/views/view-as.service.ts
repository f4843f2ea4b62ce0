import { randomBytes, randomUUID } from 'node:crypto';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type ActorAccess, type Tx, type UnitOfWork, isId, system } from '@platen/platform';
import { hashToken, newToken } from '../sessions/secret-token';
import { visibleTo } from '../users/user.policy';
import { type SeenPerson, type ViewAsRefusal, viewRefusal } from './view-as.policy';

/** A session that the browser changes over to. */
export interface EnteredSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

/** Who looks through somebody's eyes, and how long he may. */
export interface Watcher {
  readonly firstName: string;
  readonly lastName: string;
  readonly endsAt: Date;
}

/** No look lasts longer. */
const LOOK = '30 minutes';

/**
 * Looking at the product through somebody's eyes, to see what he sees. The own session waits meanwhile with a token
 * that nobody knows, and gets a new one when the look is over: the browser never holds two, and the one it held
 * before is worth nothing any more.
 */
export class ViewAsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ActorAccess,
  ) {}

  async begin(
    actor: Actor,
    userId: string,
  ): Promise<Result<EnteredSession, { readonly code: ViewAsRefusal }>> {
    const token = newToken();
    const begun = await this.work.write(actor, async (tx): Promise<Result<Date, { code: ViewAsRefusal }>> => {
      const person = await findPerson(tx, actor, userId);
      const refusal = viewRefusal(actor, person);
      if (refusal || !person) return err({ code: refusal ?? 'USER_NOT_FOUND' });
      const expiresAt = await openLook(tx, actor, person.id, token);
      if (!expiresAt) return err({ code: 'VIEW_NOT_ALLOWED' });
      const { branchId, customerId } = person;
      tx.audit({
        action: 'session.viewed-as',
        target: { kind: 'user', id: person.id },
        facts: { until: expiresAt.toISOString() },
        of: { branchId, customerId },
      });
      return ok(expiresAt);
    });
    if (!begun.ok) return begun;
    const entered = await this.enter(actor, { token, expiresAt: begun.value });
    return entered ? ok(entered) : err({ code: 'VIEW_NOT_ALLOWED' });
  }

  /** @returns null when there is nothing to go back to: the own session ended meanwhile, or this was no look */
  async end(actor: Actor): Promise<EnteredSession | null> {
    const { sessionId } = actor;
    if (actor.viewedBy === null || !sessionId) return null;
    const token = newToken();
    const resumed = await this.work.write(system(actor.requestId), async (tx) => {
      const [look] = await tx.query<{ origin: string | null }>(END_LOOK, [sessionId]);
      if (!look?.origin) return null;
      const [own] = await tx.query<{ expiresAt: Date }>(RESUME, [look.origin, hashToken(token)]);
      return own ?? null;
    });
    return resumed && this.enter(actor, { token, expiresAt: resumed.expiresAt });
  }

  /** Null for who looks through his own eyes. */
  async watcherOf({ viewedBy, sessionId, requestId }: Actor): Promise<Watcher | null> {
    if (viewedBy === null || sessionId === null) return null;
    const [watcher] = await this.work.read(system(requestId), (tx) =>
      tx.query<Watcher>(WATCHER, [sessionId]),
    );
    return watcher ?? null;
  }

  private async enter(
    { requestId }: Actor,
    session: { readonly token: string; readonly expiresAt: Date },
  ): Promise<EnteredSession | null> {
    const credentials = { sessionToken: session.token, bearer: null, acceptLanguage: null, requestId };
    const actor = await this.access.resolve(credentials);
    return actor && { ...session, actor };
  }
}

async function findPerson(tx: Tx, actor: Actor, userId: string): Promise<SeenPerson | null> {
  if (!isId(userId)) return null;
  const { column, is } = visibleTo(actor);
  const [person] = await tx.query<SeenPerson>(
    `select person.id, person.branch_id as "branchId", person.customer_id as "customerId",
            person.deactivated_at is not null as deactivated
     from user_account person where person.id = $1 and person.${column} = $2 and person.erased_at is null`,
    [userId, is],
  );
  return person ?? null;
}

/** @returns null when the own session has ended, or waits for another look already */
async function openLook(tx: Tx, actor: Actor, userId: string, token: string): Promise<Date | null> {
  const [own] = await tx.query(TAKE_OWN, [actor.sessionId, actor.id]);
  if (!own) return null;
  const waits = await tx.query(PARK, [actor.sessionId, hashToken(randomBytes(32).toString('base64url'))]);
  if (waits.length === 0) return null;
  const values = [randomUUID(), userId, hashToken(token), actor.id, actor.sessionId];
  const [look] = await tx.query<{ expiresAt: Date }>(OPEN_LOOK, values);
  return look?.expiresAt ?? null;
}

/** Two that begin a look from one session come one after the other. */
const TAKE_OWN = `
  select id from session
  where id = $1 and user_id = $2 and viewed_by is null and ended_at is null and expires_at > now() for update`;

const PARK = `
  update session set token_hash = $2
  where id = $1 and not exists (
    select 1 from session look
    where look.viewing_from = $1 and look.ended_at is null and look.expires_at > now())
  returning id`;

const OPEN_LOOK = `
  insert into session (id, customer_id, branch_id, user_id, token_hash, expires_at, viewed_by, viewing_from,
                       user_agent, address)
  select $1, person.customer_id, person.branch_id, person.id, $3, least(now() + interval '${LOOK}', own.expires_at),
         $4, own.id, own.user_agent, own.address
  from user_account person, session own where person.id = $2 and own.id = $5
  returning expires_at as "expiresAt"`;

const END_LOOK = `
  update session set ended_at = now() where id = $1 and viewed_by is not null and ended_at is null
  returning viewing_from as origin`;

const RESUME = `
  update session set token_hash = $2, last_used_at = now() from user_account person
  where session.id = $1 and session.ended_at is null and session.expires_at > now()
    and person.id = session.user_id and person.deactivated_at is null
  returning session.expires_at as "expiresAt"`;

const WATCHER = `
  select watcher.first_name as "firstName", watcher.last_name as "lastName", session.expires_at as "endsAt"
  from session join user_account watcher on watcher.id = session.viewed_by where session.id = $1`;
