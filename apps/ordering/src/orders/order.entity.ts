import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OrderStatus } from './order-status';

/** An order of supplies for one device. */
@Entity('supply_order')
export class OrderEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'device_id' })
  deviceId: string;
  /** reference number that people see, from the branch's own sequence */
  @Column('text')
  number: string;
  @Column('text')
  status: OrderStatus;
  /** placed by the engine, not by a person */
  @Column('boolean')
  automatic: boolean;
  /** instant of registration: what the estimate counts from (R58) */
  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;
  /** yyyy-mm-dd, an estimate */
  @Column('date', { name: 'expected_on' })
  expectedOn: string;
  /** where it goes, as it was when the order was placed */
  @Column('text', { name: 'delivery_address' })
  deliveryAddress: string;
  /** what the branch says about it to the customer */
  @Column('text', { nullable: true })
  note: string | null;
  /** the decision behind an automatic order */
  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId: string | null;
  /** the same for what a person ordered together; null for automatic orders */
  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId: string | null;
  @Column('text', { name: 'placed_by_kind', nullable: true })
  placedByKind: 'user' | 'staff' | 'partner' | null;
  /** person or key; only the id, names are identity's */
  @Column('uuid', { name: 'placed_by', nullable: true })
  placedBy: string | null;
  @Column('text', { name: 'cost_centre', nullable: true })
  costCentre: string | null;
  @Column('text', { name: 'po_number', nullable: true })
  poNumber: string | null;
  @Column('jsonb', { name: 'delivery_contact', nullable: true })
  deliveryContact: { name: string; email: string | null; phone: string | null } | null;
  @Column('text', { name: 'delivery_instructions', nullable: true })
  deliveryInstructions: string | null;
  /** why it had to be approved first; null: it had not */
  @Column('text', { name: 'approval_reason', nullable: true })
  approvalReason: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;
  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason: string | null;
}

/** One article of an order. Live until `closedAt`; only one automatic live line per supply can exist (threats C54). */
@Entity('order_line')
export class OrderLineEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'order_id' })
  orderId: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'device_id' })
  deviceId: string;
  /** 1, 2, ... in the order that people see */
  @Column('int')
  position: number;
  @Column('uuid', { name: 'article_id' })
  articleId: string;
  @Column('int')
  quantity: number;
  /** the supply it is for; null when it is for none in particular */
  @Column('text', { name: 'supply_slot', nullable: true })
  supplySlot: string | null;
  @Column('boolean')
  automatic: boolean;
  /** delivered, cancelled, returned or lost */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
