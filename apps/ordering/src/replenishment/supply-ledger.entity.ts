import type { LedgerState } from '@platen/replenishment';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredMemory } from './stored-memory';
import type { StandingPlan } from './supply-ledger';

/** Where a supply stands between two orders, and which readings that rests on. */
@Entity('supply_ledger')
export class SupplyLedgerEntity {
  @PrimaryColumn('uuid', { name: 'supply_id' })
  supplyId: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'device_id' })
  deviceId: string;
  @Column('text')
  slot: string;
  @Column('text')
  state: LedgerState;
  @Column('jsonb')
  memory: StoredMemory;
  /** what was decided last */
  @Column('jsonb', { nullable: true })
  plan: StandingPlan | null;
  @Column('timestamptz', { name: 'planned_at', nullable: true })
  plannedAt: Date | null;
}
