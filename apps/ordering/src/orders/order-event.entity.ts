import type { ActorKind } from '@platen/platform';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OrderEventFacts, OrderEventKind } from './order-event';

/** Something that happened to an order: never changed afterwards. */
@Entity('order_event')
export class OrderEventEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'order_id' })
  orderId: string;
  @Column('timestamptz', { name: 'happened_at' })
  happenedAt: Date;
  @Column('text')
  kind: OrderEventKind;
  @Column('text', { name: 'actor_kind' })
  actorKind: ActorKind;
  /** the person or key; the timeline keeps no name */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;
  @Column('jsonb')
  facts: OrderEventFacts;
}
