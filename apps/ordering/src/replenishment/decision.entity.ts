import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ReasonCode, ReasonInputs } from './reason-inputs';

/** A decision as it was made: never changed afterwards. */
@Entity('replenishment_decision')
export class DecisionEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'device_id' })
  deviceId: string;
  @Column('text', { name: 'supply_slot' })
  supplySlot: string;
  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
  @Column('text')
  action: 'order' | 'wait';
  @Column('text')
  code: ReasonCode;
  @Column('jsonb')
  inputs: ReasonInputs;
}
