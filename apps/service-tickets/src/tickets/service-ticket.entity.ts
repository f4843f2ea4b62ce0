import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketStatus } from './ticket-status';

/** Work for people, at a device or in general. `open` is generated from the status. */
@Entity('service_ticket')
export class ServiceTicketEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  /** null: about no single device */
  @Column('uuid', { name: 'device_id', nullable: true })
  deviceId: string | null;
  /** as people quote it; unique within the branch */
  @Column('text')
  number: string;
  @Column('text')
  subject: string;
  @Column('text')
  status: TicketStatus;
  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;
}
