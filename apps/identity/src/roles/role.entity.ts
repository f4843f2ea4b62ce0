import type { Right } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of rights, of one customer, or (without customer) of a branch's staff. */
@Entity('role')
export class RoleEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('text')
  name: string;
  @Column('text', { array: true })
  rights: Right[];
}
