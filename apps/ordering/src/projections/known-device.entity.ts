import type { PayloadOf, deviceChanged } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type DeviceFacts = PayloadOf<typeof deviceChanged>;

/** A device as fleet last told of it. */
@Entity('known_device')
export class KnownDeviceEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('int')
  version: number;
  @Column('text')
  name: string;
  @Column('text', { name: 'serial_number' })
  serialNumber: string;
  @Column('text')
  maker: string;
  @Column('text')
  model: string;
  @Column('boolean')
  monitored: boolean;
  @Column('boolean')
  active: boolean;
  @Column('jsonb')
  site: DeviceFacts['site'];
  @Column('text', { nullable: true })
  place: string | null;
  @Column('jsonb', { name: 'delivery_contact', nullable: true })
  deliveryContact: DeviceFacts['deliveryContact'];
}
