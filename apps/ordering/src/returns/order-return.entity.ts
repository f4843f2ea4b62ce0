import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ReturnReason, ReturnState } from './return-state';

/** Goods of an order that go back. */
@Entity('order_return')
export class OrderReturnEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'order_id' })
  orderId: string;
  /** 1, 2, ... among the returns of the order; the end of its number */
  @Column('int')
  position: number;
  @Column('text')
  reason: ReturnReason;
  /** null for empties, which need not be of this order */
  @Column('uuid', { name: 'order_line_id', nullable: true })
  orderLineId: string | null;
  @Column('int')
  quantity: number;
  /** in the words of who asked */
  @Column('text', { nullable: true })
  note: string | null;
  @Column('text')
  state: ReturnState;
  /** what the branch says: how it is picked up, or why not */
  @Column('text', { nullable: true })
  answer: string | null;
  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;
}
