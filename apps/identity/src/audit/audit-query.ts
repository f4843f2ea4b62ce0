import type { AuditAction, AuditFacts } from '@platen/contracts';
import { type Actor, isId } from '@platen/platform';
import { visibleTo } from './audit.policy';

/** What a list of entries is narrowed to; null: not narrowed. */
export interface AuditFilter {
  /** a person's or key's id, or a person's mail address */
  readonly actor: string | null;
  readonly actions: readonly AuditAction[] | null;
  /** kind of thing, for example `user` */
  readonly targetKind: string | null;
  /** id of the thing that was acted on */
  readonly target: string | null;
  /** from this instant on */
  readonly from: Date | null;
  /** before this instant */
  readonly before: Date | null;
  /** id of a customer; for staff */
  readonly customerId: string | null;
}

/** An entry as it lies in the log. */
export interface AuditEntryRow {
  readonly id: string;
  readonly position: number;
  readonly customerId: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly viewedBy: string | null;
  readonly action: string;
  readonly targetKind: string | null;
  readonly targetId: string | null;
  readonly facts: AuditFacts;
  readonly requestId: string;
  readonly hash: Buffer;
}

const COLUMNS = `
  id, position, customer_id as "customerId", occurred_at as "occurredAt", recorded_at as "recordedAt",
  actor_kind as "actorKind", actor_id as "actorId", viewed_by as "viewedBy", action, target_kind as "targetKind",
  target_id as "targetId", facts, request_id as "requestId", hash`;

/** An address is looked up among the people whom row-level security shows, so that others' addresses find nothing. */
const matching = (column: 'customer_id' | 'branch_id') => `
  ${column} = $1
  and ($2::text is null or actor_id = $3::uuid or viewed_by = $3::uuid
       or actor_id in (select person.id from user_account person where person.email_folded = lower($2)))
  and ($4::text[] is null or action = any($4))
  and ($5::text is null or target_kind = $5)
  and ($6::text is null or target_id = $6)
  and ($7::timestamptz is null or occurred_at >= $7)
  and ($8::timestamptz is null or occurred_at < $8)
  and ($9::uuid is null or customer_id = $9)`;

const listed = (column: 'customer_id' | 'branch_id') => `
  select ${COLUMNS} from audit_entry
  where ${matching(column)} and ($10::timestamptz is null or (occurred_at, id) < ($10, $11::uuid))
  order by occurred_at desc, id desc limit $12`;

/** Newest first. Two texts, one for each side of the counter, so that both are prepared once. */
export const LIST = { customer_id: listed('customer_id'), branch_id: listed('branch_id') } as const;

const one = (column: 'customer_id' | 'branch_id') =>
  `select ${COLUMNS} from audit_entry where ${column} = $1 and id = $2`;

export const FIND = { customer_id: one('customer_id'), branch_id: one('branch_id') } as const;

/** Parameters 1 to 9 of a list; an id that is none fits nothing. */
export function filterParameters(actor: Actor, filter: AuditFilter): unknown[] {
  const { is } = visibleTo(actor);
  const foreign = filter.customerId !== null && !isId(filter.customerId);
  return [
    foreign ? null : is,
    filter.actor,
    filter.actor !== null && isId(filter.actor) ? filter.actor : null,
    filter.actions,
    filter.targetKind,
    filter.target,
    filter.from,
    filter.before,
    foreign ? null : filter.customerId,
  ];
}
