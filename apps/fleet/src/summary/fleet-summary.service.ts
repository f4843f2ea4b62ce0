import type { Clock } from '@platen/kernel';
import { type Actor, type UnitOfWork, system } from '@platen/platform';
import { BRANCH_LIMITS, IS_WATCHED, deviceState, isSilent, maybeSilent } from '../devices/device-state.sql';
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

  /** All figures by one statement: of a whole tenant from what is kept of it, else by looking at each machine. */
  async summarise(actor: Actor): Promise<FleetFigures> {
    const visibility = visibilityOf(actor);
    const visible = (alias: string) => visibleDevices(visibility, 2, alias).sql;
    const standings = visibility.see === 'assigned' ? ofEachMachine(visible) : ofTenant(visible);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<FleetFigures>(`with ${BRANCH_LIMITS}, standing as (${standings}) ${FIGURES}`, [
        this.clock.now(),
        ...visibleDevices(visibility, 2).parameters,
      ]),
    );
    const [figures] = rows;
    if (!figures) throw new Error('An aggregate without groups always gives one row.');
    return figures;
  }

  /** Sums up what is kept of each tenant; those who count meanwhile, or fold too, neither wait nor lose anything. */
  async fold(): Promise<void> {
    await this.work.write(system('fleet.fold-figures'), (tx) => tx.query(FOLD));
  }
}

/** Rows of state, machines and low supplies; those of one state are summed up. */
type Standings = (visible: (alias: string) => string) => string;

const ofEachMachine: Standings = (visible) => `
  select ${deviceState('$1')} as state, 1 as devices, case when ${IS_WATCHED} then d.low_supplies else 0 end as low
  from device d left join branch_limit l on l.id = d.branch_id
  where d.retired_at is null and ${visible('d')}`;

/** The kept sums know nothing of silence: who fell silent leaves the state that he would have if he were heard. */
const ofTenant: Standings = (visible) => `
  select k.heard_state as state, k.devices, k.low_supplies as low
  from device_tally k where k.heard_state <> 'RETIRED' and ${visible('k')}
  union all
  select side.state, side.devices, 0
  from device_seen n join branch_limit l on l.id = n.branch_id
    cross join lateral (values (n.heard_state, -1), ('SILENT', 1)) side (state, devices)
  where ${visible('n')} and ${maybeSilent('$1')} and ${isSilent('$1', 'n')}`;

const FOLD = `
  with folded as (
    delete from device_tally where id = any(array(
      select id from device_tally where customer_id in (
        select customer_id from device_tally group by customer_id, branch_id, heard_state having count(*) > 1)
      for update skip locked))
    returning customer_id, branch_id, heard_state, devices, low_supplies)
  insert into device_tally (customer_id, branch_id, heard_state, devices, low_supplies)
  select customer_id, branch_id, heard_state, sum(devices), sum(low_supplies) from folded
  group by customer_id, branch_id, heard_state
  having sum(devices) <> 0 or sum(low_supplies) <> 0`;

const inState = (state: string) => `coalesce(sum(devices) filter (where state = '${state}'), 0)::int as`;
const FIGURES = `
  select coalesce(sum(devices), 0)::int as devices,
    ${inState('WORKING')} working, ${inState('WARNING')} warning, ${inState('DOWN')} down, ${inState('SILENT')} silent,
    ${inState('NOT_MONITORED')} "notMonitored", ${inState('PLANNED')} planned, ${inState('IN_REPAIR')} "inRepair",
    coalesce(sum(low), 0)::int as "lowSupplies"
  from standing`;
