import { z } from 'zod';
import { locales } from './locale';

const workDay = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A desk that helps, by topic (R88). At least one way to reach it. */
export const contactSchema = z
  .object({
    topic: z.enum(['general', 'supplies', 'meters', 'service-and-portal', 'billing']),
    phone: z.string().max(40).nullable(),
    mail: z.email().nullable(),
    /** opening hours as shown, in the branch's language */
    hours: z.string().max(120).nullable(),
  })
  .refine(
    (contact) => contact.phone !== null || contact.mail !== null,
    'a contact needs a phone or a mail address',
  );

/** How counters that nobody watches are asked for. */
export const meterSettingsSchema = z.object({
  /** day of the month on which readings are due */
  dueDay: z.int().min(1).max(28),
  /** days before it on which who has not read yet is reminded */
  reminderDaysBefore: z.array(z.int().min(1).max(27)).max(5),
  /** days for which the link of a reminder works */
  linkValidDays: z.int().min(1).max(30),
  /** days within which a reading may be corrected */
  correctionDays: z.int().min(0).max(365),
});

/** What holds where a branch has said nothing: settings stored before there were these. */
export const usualMeterSettings: z.infer<typeof meterSettingsSchema> = {
  dueDay: 25,
  reminderDaysBefore: [10, 5],
  linkValidDays: 10,
  correctionDays: 30,
};

/** What makes two national operating companies two tenants of one product. Typed, validated, versioned. */
export const branchSettingsSchema = z.object({
  name: z.string().min(1).max(120),
  locale: z.enum(locales),
  timeZone: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** VAT rate by name, in percent as exact decimal text */
  vatRates: z.record(z.string(), z.string().regex(/^\d{1,2}(\.\d{1,2})?$/)),
  calendar: z.object({
    /** ISO 3166-1 country, and region where holidays differ: 'IT', 'IT-32' (South Tyrol), 'NL' */
    holidays: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/),
    workDays: z.array(workDay).min(1),
  }),
  brand: z.object({
    name: z.string().min(1).max(60),
    color: z.string().regex(/^#[0-9a-f]{6}$/),
    logoUrl: z.string().nullable(),
  }),
  contacts: z.array(contactSchema).min(1),
  registration: z.enum(['invitation', 'self-registration', 'off']),
  passwordHelp: z.enum(['organisation', 'provider']),
  ticket: z.object({
    confirmationTo: z.enum(['requester', 'fixed-address']),
    /** longest range of one history search in days; null: no limit (R47) */
    historyWindowDays: z.int().min(1).nullable(),
    numberStart: z.int().min(1),
  }),
  ordering: z.object({
    orderableKinds: z.array(z.enum(['toner', 'waste', 'drum', 'staples'])),
    orderNumberStart: z.int().min(1),
    /** local time from which an order counts as afternoon; this very minute is afternoon (R57) */
    cutOff: timeOfDay,
    /** average working days until delivery when registered before, and from, the cut-off */
    deliveryDaysBeforeCutOff: z.int().min(0).max(30),
    deliveryDaysAfterCutOff: z.int().min(0).max(30),
    /** level in percent at or below which the first reorder rule orders */
    reorderPercent: z.int().min(1).max(90),
  }),
  /** hours without a poll after which a monitored device counts as silent */
  silentAfterHours: z
    .int()
    .min(1)
    .max(24 * 60),
  meters: meterSettingsSchema.default(usualMeterSettings),
  invoiceNumberStart: z.int().min(1),
  marketingConsent: z.boolean(),
});

export type BranchSettings = z.infer<typeof branchSettingsSchema>;
export type Contact = z.infer<typeof contactSchema>;
