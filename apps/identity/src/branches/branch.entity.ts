import type { BranchSettings } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A national operating company. */
@Entity('branch')
export class BranchEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('text')
  code: string;
  /** grows with each change of the settings */
  @Column('int')
  version: number;
  @Column('jsonb')
  settings: BranchSettings;
}
