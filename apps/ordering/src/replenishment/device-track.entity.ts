import type { DeviceTrack } from '@platen/replenishment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a device said, as the engine keeps it: the last week day by day, everything before it as one estimate. */
@Entity('device_track')
export class DeviceTrackEntity {
  @PrimaryColumn('uuid', { name: 'device_id' })
  deviceId: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  /** form of `track` */
  @Column('int')
  version: number;
  @Column('jsonb')
  track: DeviceTrack;
  /** yyyy-mm-dd of the first reading */
  @Column('date', { name: 'heard_since', nullable: true })
  heardSince: string | null;
  /** yyyy-mm-dd */
  @Column('date', { name: 'stops_on', nullable: true })
  stopsOn: string | null;
  @Column('timestamptz', { name: 'evaluated_at', nullable: true })
  evaluatedAt: Date | null;
}
