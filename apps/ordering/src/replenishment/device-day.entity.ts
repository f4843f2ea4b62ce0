import type { DeviceSighting } from '@platen/replenishment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the supplies of a machine said on one day, its own counter beside them. */
@Entity('device_day')
export class DeviceDayEntity {
  @PrimaryColumn('uuid', { name: 'device_id' })
  deviceId: string;
  /** yyyy-mm-dd on the wall calendar of its branch */
  @PrimaryColumn('date', { name: 'read_on' })
  readOn: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('jsonb')
  sighting: DeviceSighting;
}
