import { CountScalar } from '@platen/platform';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ContactType, PasswordHelp, RegistrationPolicy } from './branch.type';

/** Where the confirmation of a service request goes (R42). Values as in the branch's settings. */
export const ConfirmationTarget = { REQUESTER: 'requester', FIXED_ADDRESS: 'fixed-address' } as const;
registerEnumType(ConfirmationTarget, { name: 'ConfirmationTarget' });

/** What can be ordered in the portal (R50). */
export const OrderableKind = { TONER: 'toner', WASTE: 'waste', DRUM: 'drum', STAPLES: 'staples' } as const;
registerEnumType(OrderableKind, { name: 'OrderableKind' });

/** Days of the week. */
export const Weekday = {
  MONDAY: 'monday',
  TUESDAY: 'tuesday',
  WEDNESDAY: 'wednesday',
  THURSDAY: 'thursday',
  FRIDAY: 'friday',
  SATURDAY: 'saturday',
  SUNDAY: 'sunday',
} as const;
registerEnumType(Weekday, { name: 'Weekday' });

type ValueOf<T> = T[keyof T];

// Each class is a type and an input at once: what can be read can be written, under the same names.

@InputType('VatRateInput')
@ObjectType('VatRate', { simpleResolvers: true })
export class VatRate {
  @Field()
  name: string;
  @Field({ description: 'Exact decimal text, for example 22 or 9.5.' })
  percent: string;
}

@InputType('GeneralSettingsInput')
@ObjectType('GeneralSettings', { simpleResolvers: true })
export class GeneralSettings {
  @Field()
  name: string;
  @Field({ description: 'it, nl or en.' })
  locale: string;
  @Field({ description: 'IANA zone.' })
  timeZone: string;
  @Field({ description: 'ISO 4217.' })
  currency: string;
  @Field(() => [VatRate])
  vatRates: VatRate[];
  @Field(() => Int, { description: 'Hours without a poll after which a monitored device counts as silent.' })
  silentAfterHours: number;
  @Field(() => CountScalar, { description: 'First number ever given to an invoice.' })
  invoiceNumberStart: number;
  @Field({ description: 'Whether people are asked if they want information by mail (R12).' })
  marketingConsent: boolean;
}

@InputType('RegistrationSettingsInput')
@ObjectType('RegistrationSettings', { simpleResolvers: true })
export class RegistrationSettings {
  @Field(() => RegistrationPolicy)
  policy: ValueOf<typeof RegistrationPolicy>;
  @Field(() => PasswordHelp)
  passwordHelp: ValueOf<typeof PasswordHelp>;
}

@InputType('TicketSettingsInput')
@ObjectType('TicketSettings', { simpleResolvers: true })
export class TicketSettings {
  @Field(() => ConfirmationTarget)
  confirmationTo: ValueOf<typeof ConfirmationTarget>;
  @Field(() => Int, {
    nullable: true,
    description: 'Longest range of one search in days; null: no limit (R47).',
  })
  historyWindowDays: number | null;
  @Field(() => CountScalar, { description: 'First number ever given to a request.' })
  numberStart: number;
}

@InputType('OrderingSettingsInput')
@ObjectType('OrderingSettings', { simpleResolvers: true })
export class OrderingSettings {
  @Field(() => [OrderableKind])
  orderableKinds: ValueOf<typeof OrderableKind>[];
  @Field(() => CountScalar, { description: 'First number ever given to an order.' })
  orderNumberStart: number;
  @Field({ description: 'HH:mm local; from this minute on an order counts as afternoon (R57).' })
  cutOff: string;
  @Field(() => Int, { description: 'Working days.' })
  deliveryDaysBeforeCutOff: number;
  @Field(() => Int, { description: 'Working days.' })
  deliveryDaysAfterCutOff: number;
  @Field(() => Int, { description: 'Level in percent at or below which supplies are ordered.' })
  reorderPercent: number;
}

@InputType('MeterSettingsInput')
@ObjectType('MeterSettings', { simpleResolvers: true })
export class MeterSettings {
  @Field(() => Int, { description: 'Day of the month on which readings are due, 1 to 28.' })
  dueDay: number;
  @Field(() => [Int], { description: 'Days before it on which who has not read yet is reminded; at most 5.' })
  reminderDaysBefore: number[];
  @Field(() => Int, { description: 'Days for which the link of a reminder works.' })
  linkValidDays: number;
  @Field(() => Int, { description: 'Days within which a reading may be corrected.' })
  correctionDays: number;
}

@InputType('BrandSettingsInput')
@ObjectType('BrandSettings', { simpleResolvers: true })
export class BrandSettings {
  @Field()
  name: string;
  @Field({ description: '#rrggbb' })
  color: string;
  @Field(() => String, { nullable: true })
  logoUrl: string | null;
}

@InputType('CalendarSettingsInput')
@ObjectType('CalendarSettings', { simpleResolvers: true })
export class CalendarSettings {
  @Field({ description: 'ISO 3166-1 country, with its region where holidays differ: IT, IT-32.' })
  holidays: string;
  @Field(() => [Weekday])
  workDays: ValueOf<typeof Weekday>[];
}

/** All settings of a branch, in the groups in which people know them. */
@InputType('BranchSettingsInput')
@ObjectType('BranchSettings', { simpleResolvers: true })
export class BranchSettingsType {
  @Field(() => GeneralSettings)
  general: GeneralSettings;
  @Field(() => [ContactType])
  contacts: ContactType[];
  @Field(() => RegistrationSettings)
  registration: RegistrationSettings;
  @Field(() => TicketSettings)
  tickets: TicketSettings;
  @Field(() => OrderingSettings)
  ordering: OrderingSettings;
  @Field(() => MeterSettings)
  meters: MeterSettings;
  @Field(() => BrandSettings)
  brand: BrandSettings;
  @Field(() => CalendarSettings)
  calendar: CalendarSettings;
}
