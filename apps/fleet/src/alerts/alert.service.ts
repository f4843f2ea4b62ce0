import type { AlertSeverity } from '@platen/contracts';
import type { Actor, UnitOfWork } from '@platen/platform';
import { rowsOfDevices } from '../devices/rows-of-devices';

export interface AlertRow {
  readonly device_id: string;
  readonly id: string;
  readonly severity: AlertSeverity;
  readonly code: number | null;
  readonly description: string;
  readonly raised_at: Date;
}

/** Reading what machines complain about. */
export class AlertService {
  constructor(private readonly work: UnitOfWork) {}

  /** Alerts not cleared yet of each of these devices, newest first, the devices being ones that the actor sees. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<AlertRow[][]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<AlertRow>(
        `select device_id, id, severity, code, description, raised_at from device_alert
         where device_id = any($1::uuid[]) and cleared_at is null order by device_id, raised_at desc, id`,
        [deviceIds],
      ),
    );
    return rowsOfDevices(deviceIds, rows);
  }
}
