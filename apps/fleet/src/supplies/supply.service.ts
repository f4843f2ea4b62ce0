import type { LevelState, SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import { BRANCH_LIMITS, SUPPLY_IS_LOW } from '../devices/device-state.sql';
import { rowsOfDevices } from '../devices/rows-of-devices';
import type { ReadSource } from '../enums';
import { type DayRange, daysUntil } from './runs-out';

export interface SupplyRow {
  readonly device_id: string;
  readonly id: string;
  readonly slot: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly class: SupplyClass;
  readonly description: string;
  readonly cartridge_serial: string | null;
  readonly monitored: boolean;
  readonly level_state: LevelState;
  readonly level_percent: number | null;
  readonly read_at: Date | null;
  readonly source: ReadSource | null;
  readonly low: boolean | null;
  readonly reorder_percent: number | null;
  readonly runs_out_early_at: Date | null;
  readonly runs_out_late_at: Date | null;
}

/** Reading the supplies of machines. */
export class SupplyService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Supplies of each of these devices by slot, the devices being ones that the actor sees. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<SupplyRow[][]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<SupplyRow>(
        `with ${BRANCH_LIMITS}
         select y.device_id, y.id, y.slot, y.kind, y.color, y.class, y.description, y.cartridge_serial,
           y.level_state, y.level_percent, y.read_at, y.source, y.runs_out_early_at, y.runs_out_late_at,
           d.monitored, ${SUPPLY_IS_LOW} as low, l.low_percent as reorder_percent
         from supply y join device d on d.id = y.device_id left join branch_limit l on l.id = d.branch_id
         where y.device_id = any($1::uuid[]) order by y.device_id, y.slot`,
        [deviceIds],
      ),
    );
    return rowsOfDevices(deviceIds, rows);
  }

  /** Days until this supply runs out, counted from now; null where nothing is known. */
  daysLeft(supply: SupplyRow): DayRange | null {
    return daysUntil(supply.runs_out_early_at, supply.runs_out_late_at, this.clock.now());
  }
}
