import { type MailMessage, type MailTemplate, mailTemplates, sendMail } from '@platen/contracts';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Delivery, MessageHandler } from '../jobs/delivery';
import { PermanentFailure } from '../jobs/permanent-failure';
import { sendMailHandler } from '../jobs/platform-handlers';
import { tableOf } from '../outbox/relay-context';
import type { SecretBox } from '../secret-box';
import { type ServiceName, serviceNames } from '../service-names';
import type { Mailer, RenderedMail } from './mailer';

/** Turns a stored mail into text and HTML; given by libs/mail, which the platform does not know. */
export type MailRenderer = (message: MailMessage) => Promise<RenderedMail>;

export interface MailSending {
  /** as a role that reads and writes `mail` and `outbox` of every service */
  readonly pool: Pool;
  /** null: no SMTP_URL, mails are marked as not sent */
  readonly mailer: Mailer | null;
  readonly render: MailRenderer;
  /** opens links that were sealed until now (threats C24) */
  readonly secrets: SecretBox;
  /** right side of the Message-ID; the same in every process and over restarts */
  readonly messageIdDomain: string;
  readonly log: Logger;
  /** seconds until a mail is tried again; default: `retryDelaySeconds` */
  readonly retryDelay?: (attempts: number) => number;
}

/** A mail that no server takes is given up after this time and shown (threats C53). */
const GIVE_UP_AFTER = `interval '3 days'`;

/** @returns seconds: half a minute, then twice the last time, at most two hours */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(30 * 2 ** (attempts - 1), 7200);
}

interface StoredMail {
  readonly id: string;
  readonly recipient: string;
  readonly template: string;
  readonly locale: MailMessage['locale'];
  readonly data: unknown;
  readonly customer_id: string | null;
  readonly attempts: number;
}

/**
 * Sends one stored mail and marks it, so that it is sent once: sent right after the server's 250; refused when the
 * server rules it out. Otherwise the message goes back into the outbox for later, where no wiped queue forgets it.
 * A crash between 250 and mark sends again, under the same Message-ID (threats C53). Of a mail that is done only its
 * address and outcome are kept.
 */
export function mailHandler(sending: MailSending): MessageHandler {
  return {
    name: sendMailHandler,
    run: async (delivery) => {
      const origin = knownService(delivery.origin);
      const { mailId } = sendMail.payload.parse(delivery.payload);
      const mail = await takeMail(sending, origin, mailId);
      if (!mail) return;
      if (!sending.mailer) {
        await refuse(sending, origin, mail.id, 'not sent: no mail server is configured (SMTP_URL)');
        return;
      }
      const rendered = await sending.render(withOpenLink(messageOf(mail), sending.secrets));
      const messageId = `${mail.id}@${sending.messageIdDomain}`;
      const outcome = await sending.mailer.send({ ...rendered, to: mail.recipient, messageId });
      if (outcome.kind === 'sent') await markSent(sending, origin, mail.id, outcome.answer);
      else if (outcome.kind === 'refused') await refuse(sending, origin, mail.id, outcome.answer);
      else await postpone(sending, origin, mail, delivery, outcome.answer);
    },
  };
}

/** Table names are made of it, so it is taken from the list and not from the queue. */
function knownService(name: string): ServiceName {
  const service = serviceNames.find((each) => each === name);
  if (!service) throw new PermanentFailure('a mail names no service');
  return service;
}

async function takeMail(
  sending: MailSending,
  origin: ServiceName,
  mailId: string,
): Promise<StoredMail | null> {
  const { rows } = await sending.pool.query<StoredMail>(
    `update ${tableOf(origin, 'mail')} set attempts = attempts + 1
     where id = $1 and sent_at is null and refused_at is null
     returning id, recipient, template, locale, data, customer_id, attempts`,
    [mailId],
  );
  return rows[0] ?? null;
}

function messageOf(mail: StoredMail): MailMessage {
  if (!isTemplate(mail.template)) throw new PermanentFailure(`mail ${mail.id} has an unknown template`);
  const parsed = mailTemplates[mail.template].safeParse(mail.data);
  if (!parsed.success)
    throw new PermanentFailure(`data of mail ${mail.id} does not fit: ${parsed.error.message}`);
  return {
    template: mail.template,
    to: mail.recipient,
    locale: mail.locale,
    data: parsed.data,
    customerId: mail.customer_id,
  };
}

/** The link of a letter in clear: only here, on its way to the mail server. */
function withOpenLink(message: MailMessage, secrets: SecretBox): MailMessage {
  const { data } = message;
  if (!('link' in data) || data.link === null || !('sealedUrl' in data.link)) return message;
  return { ...message, data: { ...data, link: { url: secrets.open(data.link.sealedUrl) } } };
}

function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(mailTemplates, name);
}

async function markSent(
  sending: MailSending,
  origin: ServiceName,
  mailId: string,
  answer: string,
): Promise<void> {
  await sending.pool.query(
    `update ${tableOf(origin, 'mail')} set sent_at = now(), last_answer = $2, data = '{}' where id = $1 and sent_at is null`,
    [mailId, answer],
  );
}

async function refuse(
  sending: MailSending,
  origin: ServiceName,
  mailId: string,
  answer: string,
): Promise<void> {
  sending.log.warn({ mailId, origin, answer }, 'mail not sent');
  await sending.pool.query(
    `update ${tableOf(origin, 'mail')} set refused_at = now(), last_answer = $2, data = '{}' where id = $1 and sent_at is null`,
    [mailId, answer],
  );
}

/** One statement, so that a mail is never both kept for later and forgotten by the outbox. */
async function postpone(
  sending: MailSending,
  origin: ServiceName,
  mail: StoredMail,
  delivery: Delivery,
  answer: string,
): Promise<void> {
  const delay = (sending.retryDelay ?? retryDelaySeconds)(mail.attempts);
  const { rows } = await sending.pool.query<{ given_up: boolean }>(
    `with answered as (
       update ${tableOf(origin, 'mail')} set
         last_answer = $2,
         refused_at = case when created_at < now() - ${GIVE_UP_AFTER} then now() end
       where id = $1 returning refused_at),
     later as (
       update ${tableOf(origin, 'outbox')} set relayed_at = null, available_at = now() + make_interval(secs => $4)
       where id = $3 and settled_at is null and exists (select from answered where refused_at is null))
     select refused_at is not null as given_up from answered`,
    [mail.id, answer, delivery.messageId, delay],
  );
  const givenUp = rows[0]?.given_up ?? false;
  sending.log.warn(
    { mailId: mail.id, origin, answer, attempts: mail.attempts, delaySeconds: givenUp ? undefined : delay },
    givenUp ? 'mail given up' : 'mail will be tried again',
  );
}
