import type { Actor, Tx } from '@platen/platform';
import { emitDeviceChanged } from '../devices/device.events';
import { type DeviceEventRow, recordDeviceEvents } from '../timeline/record-device-events';
import type { Organisation } from '../visibility/sight-changes';
import type { DeviceFacts } from './device-facts';

/** A machine that is written down for the first time, or anew. */
export interface RegisteredDevice extends DeviceFacts {
  readonly siteId: string;
}

/** Rows that one statement takes. */
const AT_ONCE = 5000;

/** Two that register at the same time come one after the other, so that no serial number is given twice in a branch. */
export async function oneRegistrationAtATime(tx: Tx, branchId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('fleet.register ' || $1::text, 0))`, [
    branchId,
  ]);
}

/**
 * Registers machines whose serial numbers nobody in the branch has in use: what nobody watches gets its supplies and
 * counters from the catalogue, so that it can be ordered for and read by hand (R39). Nobody needs to find them any
 * more (unknown devices), and the other services hear of them.
 * @returns ids by serial number
 */
export async function insertDevices(
  tx: Tx,
  actor: Actor,
  { customerId, branchId }: Organisation,
  devices: readonly RegisteredDevice[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (let start = 0; start < devices.length; start += AT_ONCE) {
    const rows = JSON.stringify(devices.slice(start, start + AT_ONCE));
    const made = await tx.query<{ id: string; serial_number: string; site_id: string; lifecycle: string }>(
      INSERT,
      [customerId, branchId, rows],
    );
    const madeIds = made.map(({ id }) => id);
    for (const { id, serial_number } of made) ids.set(serial_number, id);
    await tx.query(SUPPLIES_OF_MODEL, [madeIds]);
    await tx.query(METERS_OF_MODEL, [madeIds]);
    await tx.query(KNOWN_NOW, [branchId, customerId, made.map(({ serial_number }) => serial_number)]);
    await recordDeviceEvents(
      tx,
      actor,
      now,
      made.map(({ id, site_id, lifecycle }) => ({
        deviceId: id,
        kind: 'registered',
        facts: { siteId: site_id, lifecycle },
      })),
    );
    await emitDeviceChanged(tx, madeIds);
  }
  return ids;
}

/** A machine in use and what is written down of it from now on. */
export interface ChangedDevice extends RegisteredDevice {
  readonly id: string;
  /** for its timeline */
  readonly event: Pick<DeviceEventRow, 'kind' | 'facts'>;
}

/** Writes down anew what machines in use are; their life and whether they are watched stay. */
export async function updateDevices(
  tx: Tx,
  actor: Actor,
  devices: readonly ChangedDevice[],
  now: Date,
): Promise<void> {
  for (let start = 0; start < devices.length; start += AT_ONCE) {
    const rows = devices.slice(start, start + AT_ONCE);
    await tx.query(LOCK, [rows.map(({ id }) => id)]);
    await tx.query(UPDATE, [JSON.stringify(rows)]);
    await recordDeviceEvents(
      tx,
      actor,
      now,
      rows.map(({ id, event }) => ({ deviceId: id, ...event })),
    );
    await emitDeviceChanged(
      tx,
      rows.map(({ id }) => id),
    );
  }
}

const ROW = `("serialNumber" text, maker text, model text, name text, "equipmentId" text, "siteId" uuid, floor text,
    room text, department text, "costCentre" text, "contactName" text, "contactEmail" text, "contactPhone" text,
    "contractNumber" text, "installedOn" date, monitored boolean, lifecycle text, id uuid)`;

const INSERT = `
  insert into device (customer_id, branch_id, serial_number, maker, model, name, equipment_id, site_id, floor, room,
    department, cost_centre, contact_name, contact_email, contact_phone, contract_number, installed_on, monitored,
    lifecycle)
  select $1::uuid, $2::uuid, r."serialNumber", r.maker, r.model, r.name, r."equipmentId", r."siteId", r.floor, r.room,
    r.department, r."costCentre", r."contactName", r."contactEmail", r."contactPhone", r."contractNumber",
    r."installedOn", r.monitored, r.lifecycle
  from jsonb_to_recordset($3::jsonb) as r ${ROW}
  returning id, serial_number, site_id, lifecycle`;

/** In the order of ids, as everybody locks machines. */
const LOCK = `select d.id from device d where d.id = any($1::uuid[]) order by d.id for no key update of d`;

const UPDATE = `
  update device d set maker = r.maker, model = r.model, name = r.name, equipment_id = r."equipmentId",
    site_id = r."siteId", floor = r.floor, room = r.room, department = r.department, cost_centre = r."costCentre",
    contact_name = r."contactName", contact_email = r."contactEmail", contact_phone = r."contactPhone",
    contract_number = r."contractNumber", installed_on = r."installedOn", version = d.version + 1
  from jsonb_to_recordset($1::jsonb) as r ${ROW} where d.id = r.id`;

const WITH_MODEL = `device d join device_model m on m.branch_id = d.branch_id and m.key = model_key(d.maker, d.model)`;

const SUPPLIES_OF_MODEL = `
  insert into supply (customer_id, device_id, slot, description, kind, color, class, level_state)
  select d.customer_id, d.id, s.slot, s.description, s.kind, s.color, s.class, 'unknown'
  from ${WITH_MODEL}
    cross join jsonb_to_recordset(m.slots) as s (slot text, description text, kind text, color text, class text)
  where d.id = any($1::uuid[]) and not d.monitored
  on conflict do nothing`;

const METERS_OF_MODEL = `
  insert into meter (customer_id, device_id, kind, unit)
  select d.customer_id, d.id, k.kind, 'impressions'
  from ${WITH_MODEL} cross join unnest(m.meter_kinds) as k (kind)
  where d.id = any($1::uuid[]) and not d.monitored
  on conflict do nothing`;

const KNOWN_NOW = `delete from unknown_device u
  where u.branch_id = $1 and (u.customer_id is null or u.customer_id = $2) and u.serial_number = any($3::text[])`;
