import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place where machines stand and deliveries arrive. */
@Entity('site')
export class SiteEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('text')
  name: string;
  @Column('text')
  street: string;
  @Column('text', { name: 'postal_code' })
  postalCode: string;
  @Column('text')
  city: string;
  /** ISO 3166-1 alpha-2 */
  @Column('text')
  country: string;
  @Column('text', { name: 'delivery_contact_name', nullable: true })
  deliveryContactName: string | null;
  @Column('text', { name: 'delivery_contact_email', nullable: true })
  deliveryContactEmail: string | null;
  @Column('text', { name: 'delivery_contact_phone', nullable: true })
  deliveryContactPhone: string | null;
  @Column('text', { name: 'delivery_instructions', nullable: true })
  deliveryInstructions: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
