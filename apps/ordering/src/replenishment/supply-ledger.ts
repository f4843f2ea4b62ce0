import type { SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { type LedgerState, type SupplyMemory, emptyMemory } from '@platen/replenishment';
import type { ReasonCode, ReasonInputs } from './reason-inputs';
import { type StoredMemory, toMemory } from './stored-memory';

/** The place in a device that a supply belongs to. */
export interface SuppliedPlace {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly deviceId: string;
  readonly slot: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly class: SupplyClass;
}

/** What was decided of a supply last. */
export interface StandingPlan {
  readonly action: 'order' | 'wait';
  readonly code: ReasonCode;
  readonly inputs: ReasonInputs;
}

/** A supply as its ledger stands. Its device's track is locked whenever it is written. */
export interface SupplyLedger {
  readonly supply: SuppliedPlace;
  readonly state: LedgerState;
  readonly memory: SupplyMemory;
  /** null before the first decision */
  readonly plan: StandingPlan | null;
}

type LedgerRow = SuppliedPlace & {
  readonly state: LedgerState | null;
  readonly memory: StoredMemory | null;
  readonly plan: StandingPlan | null;
};

const OF_DEVICE = `
  select s.id, s.customer_id as "customerId", s.branch_id as "branchId", s.device_id as "deviceId", s.slot, s.kind,
    s.color, s.class, l.state, l.memory, l.plan
  from known_supply s left join supply_ledger l on l.supply_id = s.id
  where s.device_id = $1 and s.customer_id = $2 order by s.id`;

const SAVE = `
  insert into supply_ledger (supply_id, customer_id, branch_id, device_id, slot, state, memory, plan, planned_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (supply_id) do update set customer_id = excluded.customer_id, branch_id = excluded.branch_id,
    device_id = excluded.device_id, slot = excluded.slot, state = excluded.state, memory = excluded.memory,
    plan = excluded.plan, planned_at = excluded.planned_at`;

/** The ledgers of a device's known supplies; one that was never decided about is open and empty. */
export async function ledgersOf(
  tx: Tx,
  device: { readonly id: string; readonly customerId: string },
): Promise<SupplyLedger[]> {
  const rows = await tx.query<LedgerRow>(OF_DEVICE, [device.id, device.customerId]);
  return rows.map(({ state, memory, plan, ...supply }) => ({
    supply,
    state: state ?? 'OK',
    memory: memory ? toMemory(memory) : emptyMemory,
    plan,
  }));
}

/** Keeps where a supply stands now, and what was decided of it. */
export async function saveLedger(
  tx: Tx,
  { supply, state, memory }: SupplyLedger,
  plan: StandingPlan,
  plannedAt: Date,
): Promise<void> {
  const { id, customerId, branchId, deviceId, slot } = supply;
  await tx.query(SAVE, [
    ...[id, customerId, branchId, deviceId, slot, state],
    JSON.stringify(memory),
    JSON.stringify(plan),
    plannedAt,
  ]);
}
