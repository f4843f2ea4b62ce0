import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who carries parcels for a branch, and the parcels of orders. */
export class Shipments1795510100000 implements MigrationInterface {
  readonly name = 'Shipments1795510100000';

  async up(runner: QueryRunner): Promise<void> {
    const fences = ['shipment', 'shipment_line'].flatMap((table) => fenceTable(table, 'column'));
    for (const statement of [...CARRIERS, ...SHIPMENTS, ...fences]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['shipment_line', 'shipment', 'carrier']) await runner.query(`drop table ${table}`);
  }
}

/** Carriers belong to a branch, not to a customer: no tenant column. */
const CARRIERS = [
  `create table carrier (
     id uuid primary key default uuidv7(),
     branch_id uuid not null,
     key text not null,
     name text not null,
     tracking_template text,
     retired_at timestamptz,
     unique (branch_id, key))`,
];

/** A parcel is known by its sender's own key, once per order. `input_hash` is null while only its arrival was told. */
const SHIPMENTS = [
  `create table shipment (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     order_id uuid not null references supply_order,
     key text not null,
     input_hash text,
     carrier_id uuid references carrier,
     tracking_number text,
     shipped_at timestamptz,
     delivered_at timestamptz,
     unique (order_id, key))`,
  'create index shipment_of_carrier on shipment (carrier_id)',
  `create table shipment_line (
     shipment_id uuid not null references shipment,
     order_line_id uuid not null references order_line,
     customer_id uuid not null,
     branch_id uuid not null,
     quantity int not null check (quantity between 1 and 999),
     primary key (shipment_id, order_line_id))`,
  'create index shipment_line_of_order_line on shipment_line (order_line_id)',
];
