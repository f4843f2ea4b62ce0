import type { Clock } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import { BRANCH_LIMITS, HAS_LOW_SUPPLY, SUPPLY_IS_LOW, deviceState } from '../devices/device-state.sql';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';

/** How a fleet stands: machines in use by state, and supplies that need replacing. */
export interface FleetFigures {
  readonly devices: number;
  readonly working: number;
  readonly warning: number;
  readonly down: number;
  readonly silent: number;
  readonly notMonitored: number;
  readonly planned: number;
  readonly inRepair: number;
  readonly lowSupplies: number;
}

/** Counts the visible fleet. */
export class FleetSummaryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** All figures by one statement. */
  async summarise(actor: Actor): Promise<FleetFigures> {
    const visible = visibleDevices(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<FleetFigures>(
        `with ${BRANCH_LIMITS},
           seen as (
             select ${deviceState('$1')} as state,
               case when ${HAS_LOW_SUPPLY}
                 then (select count(*) from supply y where y.device_id = d.id and ${SUPPLY_IS_LOW}) end as low
             from device d left join branch_limit l on l.id = d.branch_id
             where d.retired_at is null and ${visible.sql})
         select count(*)::int as devices,
           (count(*) filter (where state = 'WORKING'))::int as working,
           (count(*) filter (where state = 'WARNING'))::int as warning,
           (count(*) filter (where state = 'DOWN'))::int as down,
           (count(*) filter (where state = 'SILENT'))::int as silent,
           (count(*) filter (where state = 'NOT_MONITORED'))::int as "notMonitored",
           (count(*) filter (where state = 'PLANNED'))::int as planned,
           (count(*) filter (where state = 'IN_REPAIR'))::int as "inRepair",
           coalesce(sum(low), 0)::int as "lowSupplies"
         from seen`,
        [this.clock.now(), ...visible.parameters],
      ),
    );
    const [figures] = rows;
    if (!figures) throw new Error('An aggregate without groups always gives one row.');
    return figures;
  }
}
