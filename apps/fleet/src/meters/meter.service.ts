import type { MeterUnit } from '@platen/contracts';
import type { Actor, UnitOfWork } from '@platen/platform';
import { rowsOfDevices } from '../devices/rows-of-devices';
import type { ReadSource } from '../enums';

export interface MeterRow {
  readonly device_id: string;
  readonly id: string;
  readonly kind: string;
  readonly unit: MeterUnit;
  /** bigint as text: it may be more than a number holds exactly */
  readonly value: string | null;
  readonly read_at: Date | null;
  readonly source: ReadSource | null;
}

/** Reading the counters of machines. */
export class MeterService {
  constructor(private readonly work: UnitOfWork) {}

  /** Counters of each of these devices by kind, the devices being ones that the actor sees. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<MeterRow[][]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<MeterRow>(
        `select device_id, id, kind, unit, value, read_at, source from meter
         where device_id = any($1::uuid[]) order by device_id, kind`,
        [deviceIds],
      ),
    );
    return rowsOfDevices(deviceIds, rows);
  }
}
