import { z } from 'zod';
import { defineJob } from './kit';
import { locales } from './locale';
import { supplyColors } from './poll-upload';

/** What every mail shows of the branch that sends it. */
const brandSchema = z.object({
  name: z.string(),
  color: z.string(),
  contactPhone: z.string().nullable(),
  contactMail: z.string().nullable(),
});

/**
 * Letters: mails of one form, a few paragraphs and at most one link. The words of each stand under its name in
 * libs/mail/src/locales/letters.
 */
export const letterNames = [
  'password-reset',
  'password-changed',
  'second-factor-changed',
  'email-confirm',
  'email-change-notice',
  'email-changed',
  'account-erased',
  'invitation',
  'application-received',
  'application-approved',
  'application-declined',
  'rights-changed',
  'devices-changed',
  'devices-silent',
  'meter-reminder',
  'device-moved',
  'notification-address-confirm',
  'staff-invitation',
  'report-ready',
  'order-shipped',
  'order-backordered',
  'order-cancelled',
] as const;

export type LetterName = (typeof letterNames)[number];

const letterSchema = z.object({
  brand: brandSchema,
  /** first name of the reader, null where it is not known */
  name: z.string().nullable(),
  /** what stands for the `{names}` in the letter's words */
  values: z.record(z.string(), z.string()),
  /** where the link leads; sealed by `secretBox('mail')` when whoever has it may act (threats C24) */
  link: z.union([z.object({ url: z.url() }), z.object({ sealedUrl: z.string() })]).nullable(),
});

const letters = Object.fromEntries(letterNames.map((name) => [name, letterSchema])) as Record<
  LetterName,
  typeof letterSchema
>;

/** Data of each mail template, by its name; rendered per language in libs/mail. */
export const mailTemplates = {
  ...letters,
  /** R54: an order was registered; with its reference number and the estimated day of arrival. */
  'order-confirmed': z.object({
    brand: brandSchema,
    orderNumber: z.string(),
    automatic: z.boolean(),
    deviceName: z.string(),
    serialNumber: z.string(),
    place: z.string().nullable(),
    deliveryAddress: z.string(),
    /** yyyy-mm-dd, an estimate */
    expectedOn: z.iso.date(),
    lines: z.array(
      z.object({
        quantity: z.int(),
        articleName: z.string(),
        partNumber: z.string(),
        color: z.enum(supplyColors),
      }),
    ),
    /** level in percent that led to an automatic order, null when unknown */
    levelPercent: z.number().nullable(),
    orderUrl: z.url(),
  }),
} as const;

export type MailTemplate = keyof typeof mailTemplates;
export type MailData<Template extends MailTemplate> = z.infer<(typeof mailTemplates)[Template]>;

/** A mail as written to the outbox: who gets which template in which language. */
export interface MailMessage<Template extends MailTemplate = MailTemplate> {
  readonly template: Template;
  readonly to: string;
  readonly locale: (typeof locales)[number];
  readonly data: MailData<Template>;
  readonly customerId: string | null;
}

/** Sends one stored mail. The row holds the content; the job only its id. */
export const sendMail = defineJob({ name: 'platform.send-mail', payload: z.object({ mailId: z.uuid() }) });
