import type { Locale } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who signs in: of a customer, or (without customer) staff of the branch. */
@Entity('user_account')
export class UserEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  /** the sign-in name; unique without regard to case (R1) */
  @Column('text')
  email: string;
  /** argon2id; null until the owner has set a password (R2) */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;
  @Column('text', { name: 'first_name' })
  firstName: string;
  @Column('text', { name: 'last_name' })
  lastName: string;
  @Column('text', { nullable: true })
  phone: string | null;
  @Column('text')
  locale: Locale;
  @Column('uuid', { name: 'role_id' })
  roleId: string;
  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;
}
