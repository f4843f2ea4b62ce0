import type { WholeProduct } from '../whole-product';

/** One row of each thing that people make and the demo does not bring, for each customer. */
const seeds = [
  `insert into identity.invitation (customer_id, branch_id, email, role_id, locale, expires_at)
   select c.id, c.branch_id, 'invited@' || split_part(c.notification_email, '@', 2), r.id, c.locale, now() + interval '3 days'
   from identity.customer c join identity.role r on r.customer_id = c.id and r.name = 'Member'`,
  `insert into identity.application (customer_id, branch_id, email, first_name, last_name, phone, locale, message, expires_at)
   select id, branch_id, 'applicant@' || split_part(notification_email, '@', 2), 'Applicant ' || number, 'Of ' || name,
          '+39 02 ' || number, locale, 'Please let me in, says ' || number, now() + interval '30 days'
   from identity.customer`,
  `insert into identity.audit_chain (id, customer_id, branch_id, length, head)
   select id, id, branch_id, 1, sha256(id::text::bytea) from identity.customer`,
  `insert into identity.audit_entry (id, chain_id, position, customer_id, branch_id, occurred_at, recorded_at, actor_kind,
     actor_id, action, target_kind, target_id, facts, request_id, hash)
   select uuidv7(), c.id, 1, c.id, c.branch_id, now(), now(), 'user', p.id, 'profile.changed', 'user', p.id::text,
          jsonb_build_object('note', 'secret of ' || c.number), 'request of ' || c.number, sha256(c.id::text::bytea)
   from identity.customer c
   cross join lateral (select id from identity.user_account where customer_id = c.id order by email limit 1) p`,
  `insert into identity.access_key (customer_id, branch_id, kind, name, prefix, key_hash, rights)
   select id, branch_id, 'partner', 'ERP of ' || number, 'ptn_' || number, sha256(('key' || number)::bytea), '{order:read}'
   from identity.customer`,
  `insert into identity.session (customer_id, branch_id, user_id, token_hash, expires_at, user_agent, address)
   select customer_id, branch_id, id, sha256(id::text::bytea), now() + interval '1 day', 'Browser of ' || email, '192.0.2.7'
   from identity.user_account where customer_id is not null`,
  `insert into identity.passkey (customer_id, branch_id, user_id, name, credential_id, public_key, counter, transports)
   select customer_id, branch_id, id, 'Laptop of ' || email, 'credential ' || id, sha256(email::bytea), 1, '{internal}'
   from identity.user_account where customer_id is not null`,
];

/** Fills what the demo leaves empty, as superuser. */
export async function seed(product: WholeProduct): Promise<void> {
  for (const sql of seeds) await product.database.admin.query(sql);
}
