import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bill to a customer. */
@Entity('invoice')
export class InvoiceEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  /** without gaps within the branch */
  @Column('text')
  number: string;
  /** yyyy-mm-dd in the branch's zone */
  @Column('date', { name: 'issued_on' })
  issuedOn: string;
  @Column('date', { name: 'due_on' })
  dueOn: string;
  /** whole amount with VAT in minor units of the currency; text, because it is a bigint */
  @Column('bigint', { name: 'total_minor' })
  totalMinor: string;
  /** ISO 4217 */
  @Column('text')
  currency: string;
  /** what was decided; 'overdue' follows from the due day */
  @Column('text')
  status: 'issued' | 'paid' | 'cancelled';
}
