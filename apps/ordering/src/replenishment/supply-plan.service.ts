import type { SupplyColor, SupplyKind } from '@platen/contracts';
import { type Actor, type DeviceAccess, type UnitOfWork, isId } from '@platen/platform';
import type { LedgerState } from '@platen/replenishment';
import { grouped } from '../orders/grouped';
import { type OrderScope, orderTenantOf, ordersVisibleTo } from '../orders/order.policy';
import type { ReasonCode, ReasonInputs } from './reason-inputs';
import type { StandingPlan } from './supply-ledger';

/** A supply with what was decided of it last. */
export interface SupplyPlanRow {
  readonly deviceId: string;
  readonly slot: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly state: LedgerState;
  readonly plan: StandingPlan;
  readonly plannedAt: Date;
}

/** A decision as it was made. */
export interface DecisionRow {
  readonly id: string;
  readonly decidedAt: Date;
  readonly action: 'order' | 'wait';
  readonly code: ReasonCode;
  readonly inputs: ReasonInputs;
}

/** Decisions of one supply that can be asked for at once. */
export const MOST_DECISIONS = 50;

const tenantIs = (alias: string, of: OrderScope['tenant']['of']): string =>
  `${alias}.${of === 'customer' ? 'customer_id' : 'branch_id'} = $2`;

/** Only of machines that somebody watches: of others no level is shown (R38). */
const plansOf = (of: OrderScope['tenant']['of']): string => `
  select s.device_id as "deviceId", s.slot, s.kind, s.color, l.state, l.plan, l.planned_at as "plannedAt"
  from known_supply s join supply_ledger l on l.supply_id = s.id join known_device d on d.id = s.device_id
  where s.device_id = any($1::uuid[]) and ${tenantIs('s', of)} and l.plan is not null
    and d.monitored and d.active and d.customer_id = s.customer_id
  order by s.device_id, s.slot`;

const decisionsOf = (of: OrderScope['tenant']['of']): string => `
  select x.id, x.decided_at as "decidedAt", x.action, x.code, x.inputs
  from replenishment_decision x join known_device d on d.id = x.device_id and d.customer_id = x.customer_id
  where x.device_id = $1 and ${tenantIs('x', of)} and x.supply_slot = $3 and d.monitored
  order by x.decided_at desc, x.id desc limit $4`;

/** How the engine sees supplies, for those who may see their orders. */
export class SupplyPlanService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
  ) {}

  /** The plans of each device; none for one out of sight, unknown or not watched. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<SupplyPlanRow[][]> {
    const scope = await this.scopeOf(actor);
    const seen = scope ? deviceIds.filter((id) => isId(id) && sees(scope, id)) : [];
    if (!scope || seen.length === 0) return deviceIds.map(() => []);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<SupplyPlanRow & Record<string, unknown>>(plansOf(scope.tenant.of), [seen, scope.tenant.id]),
    );
    const byDevice = grouped(rows, (row) => row.deviceId);
    return deviceIds.map((id) => byDevice.get(id.toLowerCase()) ?? []);
  }

  /** The newest decisions about one supply, newest first. */
  async decisionsOf(
    actor: Actor,
    { deviceId, slot }: { readonly deviceId: string; readonly slot: string },
    first: number,
  ): Promise<DecisionRow[]> {
    const scope = await this.scopeOf(actor);
    if (!scope || !isId(deviceId) || !sees(scope, deviceId)) return [];
    const most = Math.max(0, Math.min(first, MOST_DECISIONS));
    return this.work.read(actor, (tx) =>
      tx.query<DecisionRow & Record<string, unknown>>(decisionsOf(scope.tenant.of), [
        ...[deviceId, scope.tenant.id, slot, most],
      ]),
    );
  }

  private async scopeOf(actor: Actor): Promise<OrderScope | null> {
    if (!orderTenantOf(actor)) return null;
    return ordersVisibleTo(actor, await this.deviceAccess.scopeOf(actor));
  }
}

function sees({ deviceIds }: OrderScope, id: string): boolean {
  return deviceIds === null || deviceIds.includes(id.toLowerCase());
}
