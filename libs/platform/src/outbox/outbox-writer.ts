import type { EventDefinition, JobDefinition, MailMessage } from '@platen/contracts';
import { mailTemplates, sendMail } from '@platen/contracts';
import type { Actor } from '../actor/actor';
import type { Tx } from '../database/unit-of-work';

export interface MessageRow {
  readonly kind: 'event' | 'job';
  readonly name: string;
  readonly payload: unknown;
  readonly requestId: string;
  readonly availableAt: Date | null;
}

export interface MailRow {
  readonly kind: 'mail';
  readonly key: string;
  readonly message: MailMessage;
  readonly requestId: string;
}

/** What a unit of work collected to leave with its commit. */
export type OutboxRow = MessageRow | MailRow;

/** @throws ZodError when the payload does not fit its definition: a bug of the sender, found before commit */
export function outboxRow(
  kind: 'event' | 'job',
  definition: EventDefinition | JobDefinition,
  payload: unknown,
  actor: Actor,
  availableAt: Date | null = null,
): MessageRow {
  return {
    kind,
    name: definition.name,
    payload: definition.payload.parse(payload),
    requestId: actor.requestId,
    availableAt,
  };
}

/** @throws ZodError when the data does not fit the template */
export function mailRow(key: string, message: MailMessage, actor: Actor): MailRow {
  return {
    kind: 'mail',
    key,
    message: { ...message, data: mailTemplates[message.template].parse(message.data) },
    requestId: actor.requestId,
  };
}

const INSERT_MESSAGES = `
  insert into outbox (kind, name, payload, request_id, available_at)
  select kind, name, payload, request_id, coalesce(available_at, now())
  from unnest($1::text[], $2::text[], $3::jsonb[], $4::text[], $5::timestamptz[]) as m (kind, name, payload, request_id, available_at)`;

const INSERT_MAIL = `
  with written as (
    insert into mail (key, template, recipient, locale, data, customer_id)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (key, recipient) do nothing
    returning id)
  insert into outbox (kind, name, payload, request_id)
  select 'job', $7, jsonb_build_object('mailId', id), $8 from written`;

/** Writes events, jobs and mails into the transaction that caused them; a trigger on `outbox` wakes the relay. */
export async function writeOutbox(tx: Tx, rows: readonly OutboxRow[]): Promise<void> {
  const messages = rows.filter((row) => row.kind !== 'mail');
  if (messages.length > 0) {
    await tx.query(INSERT_MESSAGES, [
      messages.map((row) => row.kind),
      messages.map((row) => row.name),
      messages.map((row) => JSON.stringify(row.payload)),
      messages.map((row) => row.requestId),
      messages.map((row) => row.availableAt),
    ]);
  }
  for (const row of rows) {
    if (row.kind !== 'mail') continue;
    const { message } = row;
    await tx.query(INSERT_MAIL, [
      row.key,
      message.template,
      message.to,
      message.locale,
      JSON.stringify(message.data),
      message.customerId,
      sendMail.name,
      row.requestId,
    ]);
  }
}
