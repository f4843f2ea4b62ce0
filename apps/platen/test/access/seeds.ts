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
  `insert into fleet.device_import (customer_id, branch_id, started_at)
   select id, branch_id, now() from identity.customer`,
  `insert into fleet.unknown_device (customer_id, branch_id, known_by, serial_number, address, first_seen_at, last_seen_at)
   select id, branch_id, 'FOUND' || number, 'FOUND' || number, '192.0.2.9', now(), now() from identity.customer`,
  `insert into identity.passkey (customer_id, branch_id, user_id, name, credential_id, public_key, counter, transports)
   select customer_id, branch_id, id, 'Laptop of ' || email, 'credential ' || id, sha256(email::bytea), 1, '{internal}'
   from identity.user_account where customer_id is not null`,
  `insert into fleet.saved_view (customer_id, branch_id, owner_id, name, query, shared)
   select customer_id, branch_id, user_id, 'View of ' || user_id, 'search=of+' || user_id, false
   from fleet.known_person`,
  `insert into fleet.sight_change (customer_id, branch_id, user_id, reason, added, removed, added_ids, removed_ids)
   select customer_id, branch_id, user_id, 'assignment', 1, 0, '{}', '{}' from fleet.known_person`,
  `insert into fleet.meter_hand_in (customer_id, branch_id, device_id, read_at, handed_in_at, source, actor_kind, export_no)
   select customer_id, branch_id, id, now(), now(), 'portal', 'user', row_number() over (partition by branch_id order by id)
   from (select distinct on (customer_id) * from fleet.device order by customer_id, id) d`,
  `insert into fleet.report_definition (customer_id, branch_id, owner_id, name, scope, ids, breakdown, months, shared)
   select customer_id, branch_id, id, 'Report of ' || email, 'ALL', '{}', 'GROUP', 12, false
   from identity.user_account where customer_id is not null`,
  `insert into fleet.report_file (customer_id, branch_id, owner_id, format, locale, title, query, visibility, state, lines,
     content, created_at)
   select customer_id, branch_id, id, 'CSV', 'en', 'File of ' || email, '{}', '{}', 'READY', 1, 'secret', now()
   from identity.user_account where customer_id is not null`,
  `insert into fleet.meter_exception (customer_id, meter_id, kind, value_before, value, read_at, last_value, last_read_at,
     opened_at)
   select distinct on (customer_id) customer_id, id, 'flagged', 0, coalesce(value, 0), coalesce(read_at, now()),
          coalesce(value, 0), coalesce(read_at, now()), now() from fleet.meter order by customer_id, id`,
  // Each was ordered alone: the id of the order is that of what was ordered together, too.
  'update ordering.supply_order set batch_id = id',
  // What ordering knows of the others comes by events, which no worker carries here.
  `insert into ordering.known_branch (id, code, version, settings)
   select id, code, version, settings from identity.branch on conflict do nothing`,
  `insert into ordering.known_customer (customer_id, branch_id, version, number, name, notification_email, locale)
   select id, branch_id, 1, number, name, notification_email, locale from identity.customer on conflict do nothing`,
  `insert into ordering.known_device (id, customer_id, branch_id, version, name, serial_number, maker, model, monitored,
     active, site, place)
   select d.id, d.customer_id, d.branch_id, 1, d.name, d.serial_number, d.maker, d.model, false, true,
     jsonb_build_object('siteId', s.id, 'name', s.name, 'street', s.street, 'postalCode', s.postal_code,
       'city', s.city, 'country', s.country), null
   from fleet.device d join fleet.site s on s.id = d.site_id on conflict do nothing`,
  `insert into ordering.order_return (customer_id, branch_id, order_id, position, reason, quantity, note, state, requested_at)
   select distinct on (customer_id) customer_id, branch_id, id, 1, 'empties', 1, 'Note of ' || id, 'requested', now()
   from ordering.supply_order order by customer_id, id`,
];

/** Fills what the demo leaves empty, as superuser. */
export async function seed(product: WholeProduct): Promise<void> {
  for (const sql of seeds) await product.database.admin.query(sql);
}
