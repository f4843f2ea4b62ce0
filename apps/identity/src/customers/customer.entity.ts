import type { Locale } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation under contract with a branch: the tenant. Its `customer_id` is generated from its id. */
@Entity('customer')
export class CustomerEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('int')
  version: number;
  /** as printed on invoices; unique within the branch */
  @Column('text')
  number: string;
  @Column('text')
  name: string;
  /** where confirmations go that no person asked for */
  @Column('text', { name: 'notification_email' })
  notificationEmail: string;
  @Column('text')
  locale: Locale;
}
