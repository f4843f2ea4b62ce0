/** Keeps a device unless a version at least as new is known; when it was news, tells what was known before. */
export const KEEP_DEVICE = `
  insert into known_device as known
    (id, customer_id, branch_id, version, name, serial_number, maker, model, monitored, active, site, place, delivery_contact)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (id) do update set
    customer_id = excluded.customer_id, branch_id = excluded.branch_id, version = excluded.version,
    name = excluded.name, serial_number = excluded.serial_number, maker = excluded.maker, model = excluded.model,
    monitored = excluded.monitored, active = excluded.active, site = excluded.site, place = excluded.place,
    delivery_contact = excluded.delivery_contact
  where known.version < excluded.version
  returning old.monitored, old.active, old.model`;

/** Keeps a customer unless a version at least as new is known. */
export const KEEP_CUSTOMER = `
  insert into known_customer as known
    (customer_id, branch_id, version, number, name, notification_email, locale)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (customer_id) do update set
    branch_id = excluded.branch_id, version = excluded.version, number = excluded.number, name = excluded.name,
    notification_email = excluded.notification_email, locale = excluded.locale
  where known.version < excluded.version`;

/** Keeps a supply unless a reading at least as new is known. */
export const KEEP_SUPPLY = `
  insert into known_supply as known
    (id, customer_id, branch_id, device_id, slot, kind, color, class, description, read_at, level_state,
     level_percent, cartridge_serial, total_impressions)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict (id) do update set
    customer_id = excluded.customer_id, branch_id = excluded.branch_id, device_id = excluded.device_id,
    slot = excluded.slot, kind = excluded.kind, color = excluded.color, class = excluded.class,
    description = excluded.description, read_at = excluded.read_at, level_state = excluded.level_state,
    level_percent = excluded.level_percent, cartridge_serial = excluded.cartridge_serial,
    total_impressions = excluded.total_impressions
  where known.read_at < excluded.read_at`;

/**
 * A device, held as it is until the end of the transaction: while a decision rests on it, it cannot become monitored
 * or retired unnoticed. Whoever changes it waits, and then sees the supplies that were told meanwhile.
 */
export const HOLD_DEVICE = `
  select id, customer_id as "customerId", branch_id as "branchId", version, name, serial_number as "serialNumber",
    maker, model, monitored, active, site, place, delivery_contact as "deliveryContact"
  from known_device where id = $1 and customer_id = $2 for share`;
