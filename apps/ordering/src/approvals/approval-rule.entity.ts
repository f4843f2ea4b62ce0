import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When orders of an organisation's people wait for an approval; without a row they never do. */
@Entity('approval_rule')
export class ApprovalRuleEntity {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('boolean')
  always: boolean;
  @Column('int', { name: 'above_quantity', nullable: true })
  aboveQuantity: number | null;
  /** minor units of the branch's currency; text, as the driver gives a bigint */
  @Column('bigint', { name: 'above_amount_minor', nullable: true })
  aboveAmountMinor: string | null;
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
