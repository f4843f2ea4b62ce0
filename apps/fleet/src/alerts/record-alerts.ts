import type { AlertSeverity } from '@platen/contracts';
import type { Tx } from '@platen/platform';

/** Everything that devices complain about in their newest poll, by columns. */
export interface ReportedAlerts {
  /** the devices polled and when; one that reports nothing has no alerts left */
  readonly polled: { readonly deviceId: readonly string[]; readonly polledAt: readonly Date[] };
  readonly deviceId: readonly string[];
  readonly severity: readonly AlertSeverity[];
  readonly code: readonly (number | null)[];
  readonly description: readonly string[];
}

const RECORD_ALERTS = `
  with polled as (
    select * from unnest($1::uuid[], $2::timestamptz[]) as p (device_id, polled_at)),
  reported as (
    select distinct * from unnest($3::uuid[], $4::text[], $5::int[], $6::text[]) as r (device_id, severity, code, description)),
  cleared as (
    update device_alert a set cleared_at = p.polled_at from polled p
    where a.device_id = p.device_id and a.cleared_at is null and not exists (
      select 1 from reported r where r.device_id = a.device_id and r.severity = a.severity
        and r.code is not distinct from a.code and r.description = a.description))
  insert into device_alert (customer_id, device_id, severity, code, description, raised_at)
  select d.customer_id, r.device_id, r.severity, r.code, r.description, p.polled_at
  from reported r join polled p on p.device_id = r.device_id join device d on d.id = r.device_id
  on conflict (device_id, severity, code, description) where cleared_at is null do nothing`;

/** Raises what is new, clears what is gone; the devices are locked by this transaction. */
export async function recordAlerts(tx: Tx, alerts: ReportedAlerts): Promise<void> {
  const { polled } = alerts;
  if (polled.deviceId.length === 0) return;
  await tx.query(RECORD_ALERTS, [
    polled.deviceId,
    polled.polledAt,
    alerts.deviceId,
    alerts.severity,
    alerts.code,
    alerts.description,
  ]);
}
