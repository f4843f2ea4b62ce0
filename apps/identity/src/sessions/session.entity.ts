import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One browser's signed-in time (C26). The token itself is nowhere, only its hash. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
  @Column('uuid', { name: 'branch_id' })
  branchId: string;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  /** right to the minute: touched at most that often */
  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt: Date;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
