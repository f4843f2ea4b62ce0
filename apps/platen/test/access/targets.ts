import { randomUUID } from 'node:crypto';
import type { WholeProduct } from '../whole-product';
import type { Kind } from './rows';
import type { Tenant } from './tenants';

const sources: Readonly<Record<Kind, string>> = {
  Application: `select id from identity.application where customer_id = $1`,
  Article: `select a.id from ordering.article a join identity.customer c on c.branch_id = a.branch_id
    where c.id = $1`,
  AuditEntry: `select id from identity.audit_entry where customer_id = $1`,
  Branch: `select branch_id as id from identity.customer where id = $1`,
  Collector: `select id from fleet.collector where customer_id = $1`,
  Customer: `select id from identity.customer where id = $1`,
  Device: `select id from fleet.device where customer_id = $1 order by id desc`,
  DeviceGroup: `select id from fleet.device_group where customer_id = $1`,
  DeviceImport: `select id from fleet.device_import where customer_id = $1`,
  DeviceModel: `select m.id from fleet.device_model m join fleet.known_customer c on c.branch_id = m.branch_id
    where c.customer_id = $1`,
  Invitation: `select id from identity.invitation where customer_id = $1`,
  Invoice: `select id from billing.invoice where customer_id = $1`,
  Key: `select id from identity.access_key where customer_id = $1 and kind = 'partner'`,
  MeterHandIn: `select id from fleet.meter_hand_in where customer_id = $1`,
  Meter: `select id from fleet.meter where customer_id = $1 order by id`,
  MeterCase: `select id from fleet.meter_exception where customer_id = $1 and resolved_at is null`,
  Order: `select id from ordering.supply_order where customer_id = $1`,
  OrderLine: `select id from ordering.order_line where customer_id = $1`,
  OrderReturn: `select id from ordering.order_return where customer_id = $1`,
  Passkey: `select id from identity.passkey where customer_id = $1`,
  ReportFile: `select id from fleet.report_file where customer_id = $1`,
  Role: `select id from identity.role where customer_id = $1`,
  SavedView: `select id from fleet.saved_view where customer_id = $1`,
  SavedReport: `select id from fleet.report_definition where customer_id = $1`,
  Session: `select id from identity.session where customer_id = $1`,
  Site: `select id from fleet.site where customer_id = $1`,
  Ticket: `select id from service_tickets.service_ticket where customer_id = $1`,
  UnknownDevice: `select id from fleet.unknown_device where customer_id = $1`,
  User: `select id from identity.user_account where customer_id = $1 order by email desc`,
};

/** Ids of one thing of each kind. */
export type Targets = Readonly<Record<Kind, string>>;

/** One thing of each kind that a tenant has; for what it has none of, an id that nothing has. */
export async function targetsOf(product: WholeProduct, tenant: Tenant): Promise<Targets> {
  const found: Partial<Record<Kind, string>> = {};
  for (const [kind, sql] of Object.entries(sources) as [Kind, string][]) {
    const { rows } = await product.database.admin.query<{ id: string }>(`${sql} limit 1`, [tenant.id]);
    if (rows[0]) found[kind] = rows[0].id;
  }
  return { ...unknownTargets(), ...found };
}

/** Kinds of which fewer than two tenants have one: the matrix could not tell own from foreign. */
export async function kindsTooRare(product: WholeProduct, tenants: readonly Tenant[]): Promise<Kind[]> {
  const rare: Kind[] = [];
  for (const [kind, sql] of Object.entries(sources) as [Kind, string][]) {
    let owners = 0;
    for (const { id } of tenants)
      owners += (await product.database.admin.query(`${sql} limit 1`, [id])).rowCount ?? 0;
    if (owners < 2) rare.push(kind);
  }
  return rare;
}

/** Ids that nothing has. */
export function unknownTargets(): Targets {
  const kinds = Object.keys(sources) as Kind[];
  return Object.fromEntries(kinds.map((kind) => [kind, randomUUID()])) as Targets;
}
