import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A first value that is withdrawn has nothing in its place: the books are told so, not that it was 0. */
export class WithdrawnValues1795420000000 implements MigrationInterface {
  readonly name = 'WithdrawnValues1795420000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What the books were told is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  'alter table meter_hand_in_value drop constraint meter_hand_in_value_verdict_check',
  `alter table meter_hand_in_value
     alter column value drop not null,
     add constraint meter_hand_in_value_verdict_check
       check (verdict in ('fits', 'low', 'high', 'jump', 'corrected', 'withdrawn')),
     add constraint meter_hand_in_value_withdrawn check ((value is null) = (verdict = 'withdrawn'))`,
];
