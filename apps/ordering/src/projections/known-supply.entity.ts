import type { LevelState, SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supply with its newest reading, as fleet last told of it. */
@Entity('known_supply')
export class KnownSupplyEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'device_id' })
  deviceId: string;
  /** place in the device, stable between readings */
  @Column('text')
  slot: string;
  @Column('text')
  kind: SupplyKind;
  @Column('text')
  color: SupplyColor;
  @Column('text')
  class: SupplyClass;
  @Column('text')
  description: string;
  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;
  @Column('text', { name: 'level_state' })
  levelState: LevelState;
  @Column('double precision', { name: 'level_percent', nullable: true })
  levelPercent: number | null;
  @Column('text', { name: 'cartridge_serial', nullable: true })
  cartridgeSerial: string | null;
  /** impressions of the device at that reading; text, as the driver gives a bigint */
  @Column('bigint', { name: 'total_impressions', nullable: true })
  totalImpressions: string | null;
}
