import type { Locale } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A customer as identity last told of it. */
@Entity('known_customer')
export class KnownCustomerEntity {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('int')
  version: number;
  @Column('text')
  number: string;
  @Column('text')
  name: string;
  /** where confirmations go when nobody in person asked */
  @Column('text', { name: 'notification_email' })
  notificationEmail: string;
  @Column('text')
  locale: Locale;
}
