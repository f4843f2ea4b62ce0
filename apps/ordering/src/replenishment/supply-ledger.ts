import type { Tx } from '@platen/platform';
import type { LedgerState, SupplyMemory } from '@platen/replenishment';
import { emptyMemory } from '@platen/replenishment';
import type { KnownSupplyEntity } from '../projections/known-supply.entity';
import { type StoredMemory, toMemory } from './stored-memory';

/** A supply whose ledger row is locked until the end of the transaction. */
export interface LockedSupply {
  readonly supply: SuppliedPlace;
  readonly state: LedgerState;
  readonly memory: SupplyMemory;
}

/** The place in a device that a supply belongs to. */
export type SuppliedPlace = Pick<
  KnownSupplyEntity,
  'id' | 'customerId' | 'branchId' | 'deviceId' | 'slot' | 'kind' | 'color' | 'class'
>;

interface LedgerRow {
  readonly state: LedgerState;
  readonly memory: StoredMemory;
}

const OPEN = `
  insert into supply_ledger (supply_id, customer_id, branch_id, device_id, slot, state, memory)
  values ($1, $2, $3, $4, $5, 'OK', $6) on conflict (supply_id) do nothing`;

const LOCK = 'select state, memory from supply_ledger where supply_id = $1 for update';

const SAVE = `
  update supply_ledger set state = $2, memory = $3, customer_id = $4, branch_id = $5, device_id = $6, slot = $7
  where supply_id = $1`;

const OF_DEVICE = `
  select s.id, s.customer_id as "customerId", s.branch_id as "branchId", s.device_id as "deviceId", s.slot, s.kind,
    s.color, s.class
  from known_supply s where s.device_id = $1 and s.customer_id = $2 order by s.id`;

/** Locks the ledger row of a supply, opening it at its first reading: whoever else evaluates it waits here. */
export async function lockSupply(tx: Tx, supply: SuppliedPlace): Promise<LockedSupply> {
  const { id, customerId, branchId, deviceId, slot } = supply;
  await tx.query(OPEN, [id, customerId, branchId, deviceId, slot, JSON.stringify(emptyMemory)]);
  const [row] = await tx.query<LedgerRow>(LOCK, [id]);
  if (!row) throw new Error(`The ledger of supply ${id} vanished.`);
  return { supply, state: row.state, memory: toMemory(row.memory) };
}

/** Keeps where the supply stands now. */
export async function saveLedger(tx: Tx, { supply, state, memory }: LockedSupply): Promise<void> {
  const { id, customerId, branchId, deviceId, slot } = supply;
  await tx.query(SAVE, [id, state, JSON.stringify(memory), customerId, branchId, deviceId, slot]);
}

/** The known supplies of a device, in the order in which their ledgers are locked. */
export function suppliesOf(
  tx: Tx,
  device: { readonly id: string; readonly customerId: string },
): Promise<SuppliedPlace[]> {
  return tx.query<SuppliedPlace>(OF_DEVICE, [device.id, device.customerId]);
}
