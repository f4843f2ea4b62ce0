import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A parcel of an order. */
@Entity('shipment')
export class ShipmentEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'order_id' })
  orderId: string;
  /** the sender's own number for it */
  @Column('text')
  key: string;
  /** of what was told when it left; null while only its arrival was told */
  @Column('text', { name: 'input_hash', nullable: true })
  inputHash: string | null;
  @Column('uuid', { name: 'carrier_id', nullable: true })
  carrierId: string | null;
  @Column('text', { name: 'tracking_number', nullable: true })
  trackingNumber: string | null;
  @Column('timestamptz', { name: 'shipped_at', nullable: true })
  shippedAt: Date | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;
}

/** How much of a line of the order lies in a parcel. */
@Entity('shipment_line')
export class ShipmentLineEntity {
  @PrimaryColumn('uuid', { name: 'shipment_id' })
  shipmentId: string;
  @PrimaryColumn('uuid', { name: 'order_line_id' })
  orderLineId: string;
  @Column('uuid', { name: 'customer_id' })
  customerId: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('int')
  quantity: number;
}
