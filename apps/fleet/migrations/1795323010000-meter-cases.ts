import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of odd counter values: who decided what, and what values were before they were corrected. */
export class MeterCases1795323010000 implements MigrationInterface {
  readonly name = 'MeterCases1795323010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The trail of corrections is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // value_after: null where the reading was withdrawn.
  `create table meter_correction (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     meter_id uuid not null references meter on delete cascade,
     read_at timestamptz not null,
     value_before bigint not null,
     value_after bigint,
     reason text not null check (reason <> ''),
     corrected_at timestamptz not null,
     actor_kind text not null,
     actor_id uuid)`,
  'create index meter_correction_of_meter on meter_correction (meter_id, read_at)',
  ...fenceTable('meter_correction', { parent: 'meter', key: 'meter_id' }),

  `alter table meter_exception
     add column decision text check (decision in ('accepted', 'reset', 'replaced', 'rolled-over', 'withdrawn')),
     add column decision_reason text check (decision_reason <> ''),
     add column decided_by_kind text,
     add column decided_by uuid`,
  'create index meter_exception_queue on meter_exception (opened_at, id) where resolved_at is null',
];
