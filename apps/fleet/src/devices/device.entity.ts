import type { DeviceLifecycle } from '../lifecycle/lifecycle';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Columns of `device` that use cases write one row at a time. Lists and polls read and write by plain SQL. */
@Entity('device')
export class DeviceEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'site_id' })
  siteId: string;
  @Column('text')
  name: string;
  @Column('text', { name: 'serial_number' })
  serialNumber: string;
  @Column('text', { name: 'equipment_id', nullable: true })
  equipmentId: string | null;
  @Column('text')
  maker: string;
  @Column('text')
  model: string;
  @Column('boolean')
  monitored: boolean;
  @Column('text', { nullable: true })
  floor: string | null;
  @Column('text', { nullable: true })
  room: string | null;
  @Column('text', { nullable: true })
  department: string | null;
  @Column('text', { default: 'installed' })
  lifecycle: DeviceLifecycle;
  @Column('date', { name: 'installed_on', nullable: true })
  installedOn: string | null;
  @Column('text', { name: 'cost_centre', nullable: true })
  costCentre: string | null;
  @Column('text', { name: 'contact_name', nullable: true })
  contactName: string | null;
  @Column('text', { name: 'contact_email', nullable: true })
  contactEmail: string | null;
  @Column('text', { name: 'contact_phone', nullable: true })
  contactPhone: string | null;
  @Column('text', { name: 'contract_number', nullable: true })
  contractNumber: string | null;
  @Column('text')
  status: string;
  @Column('text', { array: true })
  errors: string[];
  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt: Date | null;
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
  @Column('int', { default: 1 })
  version: number;
}
