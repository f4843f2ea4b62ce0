import { type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Tx,
  type UnitOfWork,
  isId,
  rowsById,
  system,
  newSpokenCode,
  readSpokenCode,
} from '@platen/platform';
import { collectorRights } from '../keys/key.policy';
import { newKeySecret } from '../keys/new-secret';
import { hashToken } from '../sessions/secret-token';
import { attemptSubjects, countAttempt, forgiveAttempt } from '../sessions/sign-in-attempts';
import type { TooManyAttempts } from '../sessions/sign-in.errors';
import { issueToken, revokeTokens, useToken } from '../tokens/one-time-token';
import type { CollectorNotFound, EnrolmentCodeInvalid } from './enrolment.errors';
import { tellCollectorAccess } from './enrolment.events';
import { managedBy } from './enrolment.policy';

/** How a collector gets in, as those who look after it see it. */
export interface CollectorAccessFacts {
  readonly id: string;
  readonly state: 'NONE' | 'CODE' | 'ENROLLED' | 'REVOKED';
  readonly codeExpiresAt: Date | null;
  readonly keyPrefix: string | null;
  readonly enrolledAt: Date | null;
}

/** What a collector is told once. */
export interface Enrolled {
  readonly collectorId: string;
  readonly name: string;
  readonly key: string;
}

interface Owned {
  readonly id: string;
  readonly name: string;
  readonly customerId: string;
  readonly branchId: string;
}

/** Gives collectors their keys by one-time codes, and takes them away (R65, threats C7, C24). */
export class EnrolmentService {
  constructor(private readonly work: UnitOfWork) {}

  /** Makes a code. A key that the collector has ends at once, and so does an older code: one way in at a time. */
  issue(
    actor: Actor,
    collectorId: string,
  ): Promise<Result<{ readonly code: string; readonly expiresAt: Date }, CollectorNotFound>> {
    const code = newSpokenCode();
    return this.work.write(actor, async (tx) => {
      const collector = await lockManaged(tx, actor, collectorId);
      if (!collector) return err({ code: 'COLLECTOR_NOT_FOUND' });
      const { id, branchId, customerId } = collector;
      const ended = await endKey(tx, id);
      const token = { purpose: 'collector-code', subject: id, branchId, customerId, userId: null } as const;
      await issueToken(tx, token, code);
      const [issued] = await tx.query<{ expires_at: Date }>(CODE_LIFE, [id]);
      if (!issued) throw new Error('A code was not written.');
      recordChange(tx, collector, { change: 'code-issued', keyEnded: ended });
      await tellCollectorAccess(tx, id, 'code');
      return ok({ code, expiresAt: issued.expires_at });
    });
  }

  /** Ends the collector's key, its tokens and any code at once. Again does no harm. */
  revoke(actor: Actor, collectorId: string): Promise<Result<undefined, CollectorNotFound>> {
    return this.work.write(actor, async (tx) => {
      const collector = await lockManaged(tx, actor, collectorId);
      if (!collector) return err({ code: 'COLLECTOR_NOT_FOUND' });
      await revokeTokens(tx, 'collector-code', collector.id);
      if (await endKey(tx, collector.id)) recordChange(tx, collector, { change: 'revoked' });
      await tellCollectorAccess(tx, collector.id, 'revoked');
      return ok(undefined);
    });
  }

  /**
   * Exchanges a code for a key: of any number that try at once, one gets it. Nobody is signed in; who has the code is
   * the collector, so this runs as the system actor and is scoped by the code's hash.
   */
  async enrol(
    actor: Actor,
    typed: string,
    clientAddress: string | null,
  ): Promise<Result<Enrolled, EnrolmentCodeInvalid | TooManyAttempts>> {
    const code = readSpokenCode(typed);
    const subjects = attemptSubjects(code ?? 'none', clientAddress, 'enrolment');
    const asSystem = system(actor.requestId);
    const retryAt = await this.work.write(asSystem, (tx) => countAttempt(tx, subjects));
    if (retryAt) return err({ code: 'TOO_MANY_ATTEMPTS', retryAt });
    if (code === null) return err({ code: 'ENROLMENT_CODE_INVALID' });
    return this.work.write(asSystem, async (tx) => {
      const enrolled = await giveKey(tx, code);
      if (enrolled.ok) await forgiveAttempt(tx, subjects);
      return enrolled;
    });
  }

  /** How each of these gets in, in the order asked for; null for what the actor does not look after. */
  async accessOf(actor: Actor, ids: readonly string[]): Promise<(CollectorAccessFacts | null)[]> {
    const { column, is } = managedBy(actor);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<CollectorAccessFacts>(ACCESS[column], [ids.filter(isId), is]),
    );
    return rowsById(ids, rows);
  }
}

async function giveKey(tx: Tx, code: string): Promise<Result<Enrolled, EnrolmentCodeInvalid>> {
  const used = await useToken(tx, 'collector-code', code);
  if (!used) return err({ code: 'ENROLMENT_CODE_INVALID' });
  const { secret, prefix } = newKeySecret();
  const [collector] = await tx.query<Owned>(GIVE_KEY, [
    used.subject,
    prefix,
    hashToken(secret),
    collectorRights,
  ]);
  if (!collector) return err({ code: 'ENROLMENT_CODE_INVALID' });
  await tx.query('delete from access_token where key_id = $1', [collector.id]);
  tx.audit({
    action: 'collector.enrolled',
    target: { kind: 'collector', id: collector.id },
    by: { kind: 'collector', id: collector.id },
    of: collector,
  });
  await tellCollectorAccess(tx, collector.id, 'enrolled');
  return ok({ collectorId: collector.id, name: collector.name, key: secret });
}

async function lockManaged(tx: Tx, actor: Actor, id: string): Promise<Owned | null> {
  if (!isId(id)) return null;
  const { column, is } = managedBy(actor);
  const [collector] = await tx.query<Owned>(LOCK[column], [id, is]);
  return collector ?? null;
}

async function endKey(tx: Tx, id: string): Promise<boolean> {
  const ended = await tx.query(END_KEY, [id]);
  return ended.length > 0;
}

function recordChange(tx: Tx, { id, ...of }: Owned, facts: Record<string, string | boolean>): void {
  tx.audit({ action: 'collector.changed', target: { kind: 'collector', id }, facts, of });
}

const OWNED = `id, name, customer_id as "customerId", branch_id as "branchId"`;

const lock = (column: 'customer_id' | 'branch_id') =>
  `select ${OWNED} from collector where id = $1 and ${column} = $2 for no key update`;

const LOCK = { customer_id: lock('customer_id'), branch_id: lock('branch_id') } as const;

const END_KEY = `
  update access_key set revoked_at = now() where id = $1 and kind = 'collector' and revoked_at is null returning id`;

const CODE_LIFE = `
  select expires_at from one_time_token
  where purpose = 'collector-code' and subject = $1::text and used_at is null and revoked_at is null`;

/** One key under one id: readings of a collector stay its own over new keys. A customer that rests gives none. */
const GIVE_KEY = `
  with given as (
    insert into access_key as key (id, customer_id, branch_id, kind, name, prefix, key_hash, rights)
    select collector.id, collector.customer_id, collector.branch_id, 'collector', collector.name, $2, $3, $4
    from collector join customer on customer.id = collector.customer_id and customer.suspended_at is null
    where collector.id = $1::uuid
    on conflict (id) do update
      set name = excluded.name, prefix = excluded.prefix, key_hash = excluded.key_hash, revoked_at = null,
          replaced_by = null, expires_at = null, last_used_at = null, created_at = now(), created_by = null
      where key.kind = 'collector' and key.customer_id = excluded.customer_id
    returning id, name, customer_id, branch_id)
  select ${OWNED} from given`;

const access = (column: 'customer_id' | 'branch_id') => `
  select collector.id, code.expires_at as "codeExpiresAt",
         case when key.revoked_at is null then key.prefix end as "keyPrefix",
         case when key.revoked_at is null then key.created_at end as "enrolledAt",
         case when code.expires_at is not null then 'CODE'
              when key.id is null then 'NONE'
              when key.revoked_at is not null or key.expires_at <= now() then 'REVOKED'
              else 'ENROLLED' end as state
  from collector
  left join access_key key on key.id = collector.id and key.kind = 'collector'
  left join one_time_token code on code.purpose = 'collector-code' and code.subject = collector.id::text
    and code.used_at is null and code.revoked_at is null and code.expires_at > now()
  where collector.id = any($1::uuid[]) and collector.${column} = $2`;

const ACCESS = { customer_id: access('customer_id'), branch_id: access('branch_id') } as const;
