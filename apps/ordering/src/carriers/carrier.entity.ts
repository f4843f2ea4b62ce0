import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who carries parcels for a branch. */
@Entity('carrier')
export class CarrierEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  /** by which partners name it: 'brt', 'postnl' */
  @Column('text')
  key: string;
  @Column('text')
  name: string;
  /** https address with `{number}`; null: it tells nobody where a parcel is */
  @Column('text', { name: 'tracking_template', nullable: true })
  trackingTemplate: string | null;
  /** not offered any more; parcels of before keep it */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
