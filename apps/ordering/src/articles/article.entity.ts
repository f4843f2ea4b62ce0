import type { SupplyColor, SupplyKind } from '@platen/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Something a branch delivers: a cartridge, a waste box, a drum. */
@Entity('article')
export class ArticleEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('text', { name: 'part_number' })
  partNumber: string;
  @Column('text')
  name: string;
  @Column('text')
  kind: SupplyKind;
  @Column('text')
  color: SupplyColor;
  /** impressions at reference coverage (ISO/IEC 19752, 19798) */
  @Column('int', { name: 'yield_impressions', nullable: true })
  yieldImpressions: number | null;
  /** false: people do not order it, the engine may */
  @Column('boolean', { default: true })
  orderable: boolean;
  /** most pieces in one order of a person */
  @Column('int', { name: 'max_quantity', default: 99 })
  maxQuantity: number;
  /** minor units of the branch's currency, for rules of approval; text, as the driver gives a bigint */
  @Column('bigint', { name: 'price_minor', nullable: true })
  priceMinor: string | null;
  /** from then on neither people nor the engine order it */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}

/** That an article fits a place in a model: the mapping from what a device reports to what can be ordered. */
@Entity('article_fit')
export class ArticleFitEntity {
  @PrimaryColumn('uuid', { name: 'branch_id' })
  branchId: string;
  /** the model's name as `modelKey` writes it */
  @PrimaryColumn('text', { name: 'model_key' })
  modelKey: string;
  @PrimaryColumn('text')
  kind: SupplyKind;
  @PrimaryColumn('text')
  color: SupplyColor;
  @PrimaryColumn('uuid', { name: 'article_id' })
  articleId: string;
  /** the part of a device that it is for, as the catalogue names it; null: any device of the model */
  @Column('text', { nullable: true })
  accessory: string | null;
}
