import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type UnitOfWork, isId } from '@platen/platform';
import type { UserNotFound } from '../users/user.errors';
import { endSessionsOf } from './end-sessions';
import { managedAmong } from './managed-people';
import { IDLE } from './session-life';

/** A live session as its owner or his administrator sees it. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly startedAt: Date;
  /** right to the minute */
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** somebody else looks through the owner's eyes in it */
  readonly isView: boolean;
  /** his name; null for staff of the provider, whom customers do not see */
  readonly viewedByName: string | null;
}

/** The actor has no such session. */
export interface SessionNotFound {
  readonly code: 'SESSION_NOT_FOUND';
}

/** Newest first, this many a person; nobody signs in from more places at once. */
const MOST = 50;

/** People see where they are signed in and end what they do not know; administrators do so for their people (C26). */
export class SessionListService {
  constructor(private readonly work: UnitOfWork) {}

  /** @returns null for who has no sessions: keys, and whoever looks through somebody's eyes */
  async own(actor: Actor): Promise<Session[] | null> {
    const { id, sessionId, viewedBy } = actor;
    if (!id || !sessionId || viewedBy) return null;
    return this.work.read(actor, (tx) => tx.query<Session>(LIVE_OF, [[id]]));
  }

  /** Live sessions of each of these people; null for those whom the actor does not look after. */
  async ofUsers(actor: Actor, userIds: readonly string[]): Promise<(Session[] | null)[]> {
    return this.work.read(actor, async (tx) => {
      const managed = new Set((await managedAmong(tx, actor, userIds)).map(({ id }) => id));
      const sessions = await tx.query<Session>(LIVE_OF, [[...managed]]);
      return userIds.map((id) => (managed.has(id) ? sessions.filter(({ userId }) => userId === id) : null));
    });
  }

  async end(actor: Actor, id: string): Promise<Result<Session[], SessionNotFound>> {
    if (!isId(id)) return err({ code: 'SESSION_NOT_FOUND' });
    return this.work.write(actor, async (tx) => {
      const ended = await tx.query(END_OWN, [id, actor.id]);
      if (ended.length === 0) return err({ code: 'SESSION_NOT_FOUND' } as const);
      tx.audit({ action: 'session.ended', target: { kind: 'session', id } });
      return ok(await tx.query<Session>(LIVE_OF, [[actor.id]]));
    });
  }

  /** All of the actor's sessions but the one that asks. */
  async endOthers(actor: Actor): Promise<Session[]> {
    const { id, sessionId } = actor;
    if (!id || !sessionId) return [];
    return this.work.write(actor, async (tx) => {
      await endSessionsOf(tx, id, sessionId);
      tx.audit({ action: 'session.ended', target: { kind: 'user', id }, facts: { all: true } });
      return tx.query<Session>(LIVE_OF, [[id]]);
    });
  }

  /** Signs somebody out everywhere: a lost notebook, somebody who left. */
  async endOfUser(actor: Actor, userId: string): Promise<Result<string, UserNotFound>> {
    return this.work.write(actor, async (tx) => {
      const [managed] = await managedAmong(tx, actor, [userId]);
      if (!managed) return err({ code: 'USER_NOT_FOUND' } as const);
      const { id, ...of } = managed;
      await endSessionsOf(tx, id, id === actor.id ? actor.sessionId : null);
      tx.audit({ action: 'session.ended', target: { kind: 'user', id }, facts: { all: true }, of });
      return ok(id);
    });
  }
}

const LIVE_OF = `
  select session.* from unnest($1::uuid[]) owner (id) cross join lateral (
    select session.id, session.user_id as "userId", session.created_at as "startedAt",
           session.last_used_at as "lastUsedAt", session.expires_at as "expiresAt", session.address,
           session.user_agent as "userAgent", session.viewed_by is not null as "isView",
           viewer.first_name || ' ' || viewer.last_name as "viewedByName"
    from session left join user_account viewer on viewer.id = session.viewed_by
    where session.user_id = owner.id and session.ended_at is null and session.expires_at > now()
      and session.last_used_at > now() - interval '${IDLE}'
    order by session.created_at desc, session.id desc limit ${MOST}) session`;

const END_OWN = `
  update session set ended_at = now()
  where id = $1 and user_id = $2 and ended_at is null and expires_at > now() returning 1`;
