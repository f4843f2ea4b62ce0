import type { Right } from '@platen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A collector's or partner system's way in (C7). The key is shown once when it is made; here lies its hash. */
@Entity('access_key')
export class AccessKeyEntity {
  @PrimaryColumn('uuid')
  id: string;
  /** null: a partner of the whole branch */
  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('text')
  kind: 'collector' | 'partner';
  @Column('text')
  name: string;
  /** first characters of the key, by which people tell keys apart */
  @Column('text')
  prefix: string;
  @Column('bytea', { name: 'key_hash' })
  keyHash: Buffer;
  @Column('text', { array: true })
  rights: Right[];
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
