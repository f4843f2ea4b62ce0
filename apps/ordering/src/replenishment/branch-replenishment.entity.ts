import type { SeasonByMonth } from '@platen/replenishment';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredSettings } from './replenishment-settings';

/** What a branch says about automatic orders, and what was learned from its machines and parcels. */
@Entity('branch_replenishment')
export class BranchReplenishmentEntity {
  @PrimaryColumn('uuid', { name: 'branch_id' })
  branchId: string;
  /** grows with each change of the settings */
  @Column('int')
  version: number;
  /** null: the usual ones */
  @Column('jsonb', { nullable: true })
  settings: StoredSettings | null;
  @Column('jsonb', { nullable: true })
  season: SeasonByMonth | null;
  /** business days that deliveries took, the newest last */
  @Column('jsonb', { name: 'lead_days', nullable: true })
  leadDays: number[] | null;
  @Column('timestamptz', { name: 'learned_at', nullable: true })
  learnedAt: Date | null;
}
