import type { Right } from '@platen/contracts';

/** A key as those who look after it see it: everything but the key. */
export interface Key {
  readonly id: string;
  readonly customerId: string | null;
  readonly branchId: string;
  readonly kind: 'partner' | 'collector';
  readonly name: string;
  readonly prefix: string;
  readonly rights: readonly Right[];
  readonly createdAt: Date;
  /** null when nobody is known, or nobody whom the reader may see */
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
  readonly requestsPerMinute: number | null;
  readonly costPerMinute: number | null;
  readonly state: KeyState;
}

/** ACTIVE; REPLACED: still valid for a while beside its successor; EXPIRED; REVOKED. */
export type KeyState = 'ACTIVE' | 'REPLACED' | 'EXPIRED' | 'REVOKED';

/** By the clock of the database; the names of people are those that row-level security shows. */
const SELECT = `
  select key.id, key.customer_id as "customerId", key.branch_id as "branchId", key.kind, key.name, key.prefix,
         key.rights, key.created_at as "createdAt", key.expires_at as "expiresAt",
         key.last_used_at as "lastUsedAt", key.revoked_at as "revokedAt", key.replaced_by as "replacedBy",
         key.requests_per_minute as "requestsPerMinute", key.cost_per_minute as "costPerMinute",
         nullif(concat_ws(' ', person.first_name, person.last_name), '') as "createdBy",
         case when key.revoked_at is not null then 'REVOKED'
              when key.expires_at <= now() then 'EXPIRED'
              when key.replaced_by is not null then 'REPLACED'
              else 'ACTIVE' end as state
  from access_key key left join user_account person on person.id = key.created_by`;

const list = (column: 'customer_id' | 'branch_id') => `${SELECT}
  where key.${column} = $1 and ($2::uuid is null or key.customer_id = $2)
    and ($3::uuid is null or key.id < $3)
  order by key.id desc limit $4`;

const find = (column: 'customer_id' | 'branch_id') => `${SELECT} where key.${column} = $1 and key.id = $2`;

/** Newest first, because ids grow with time. One text for each side of the counter, so that both are prepared once. */
export const LIST_KEYS = { customer_id: list('customer_id'), branch_id: list('branch_id') } as const;
export const FIND_KEY = { customer_id: find('customer_id'), branch_id: find('branch_id') } as const;
/** The same, and nobody else renews or ends it meanwhile. */
export const LOCK_KEY = {
  customer_id: `${find('customer_id')} for no key update of key`,
  branch_id: `${find('branch_id')} for no key update of key`,
} as const;
