import { type BranchSettings, type Contact, usualMeterSettings } from '@platen/contracts';

/** Settings of a branch in the groups in which people know them: how they are read, typed, and told apart. */
export interface GroupedSettings {
  readonly general: Pick<
    BranchSettings,
    'name' | 'timeZone' | 'currency' | 'silentAfterHours' | 'invoiceNumberStart' | 'marketingConsent'
  > & {
    readonly locale: string;
    readonly vatRates: readonly { readonly name: string; readonly percent: string }[];
  };
  readonly contacts: readonly Contact[];
  readonly registration: {
    readonly policy: BranchSettings['registration'];
    readonly passwordHelp: BranchSettings['passwordHelp'];
  };
  readonly tickets: BranchSettings['ticket'];
  readonly ordering: BranchSettings['ordering'];
  readonly meters: BranchSettings['meters'];
  readonly brand: BranchSettings['brand'];
  readonly calendar: BranchSettings['calendar'];
}

/** Settings as they are stored, in groups. Older ones say nothing of meters: then the usual holds. */
export function toGroups(settings: BranchSettings): GroupedSettings {
  const { name, locale, timeZone, currency, silentAfterHours, invoiceNumberStart, marketingConsent } =
    settings;
  const vatRates = Object.entries(settings.vatRates).map(([rate, percent]) => ({ name: rate, percent }));
  return {
    general: {
      name,
      locale,
      timeZone,
      currency,
      vatRates,
      silentAfterHours,
      invoiceNumberStart,
      marketingConsent,
    },
    contacts: settings.contacts,
    registration: { policy: settings.registration, passwordHelp: settings.passwordHelp },
    tickets: settings.ticket,
    ordering: settings.ordering,
    meters: (settings as Partial<BranchSettings>).meters ?? usualMeterSettings,
    brand: settings.brand,
    calendar: settings.calendar,
  };
}

/**
 * Groups in the shape in which settings are stored, empty texts as null. Nothing is checked: two VAT rates of one
 * name become one, which `checkSettings` finds in the groups.
 */
export function toStoredShape(grouped: GroupedSettings): unknown {
  const { general, contacts, registration, tickets, ordering, meters, brand, calendar } = grouped;
  const { vatRates, ...rest } = general;
  return {
    ...rest,
    vatRates: Object.fromEntries(vatRates.map(({ name, percent }) => [name, percent])),
    contacts: contacts.map(({ topic, phone, mail, hours }) => ({
      topic,
      phone: orNull(phone),
      mail: orNull(mail),
      hours: orNull(hours),
    })),
    registration: registration.policy,
    passwordHelp: registration.passwordHelp,
    ticket: { ...tickets, historyWindowDays: tickets.historyWindowDays ?? null },
    ordering: { ...ordering },
    meters: { ...meters },
    brand: { ...brand, logoUrl: orNull(brand.logoUrl) },
    calendar: { ...calendar },
  };
}

function orNull(text: string | null | undefined): string | null {
  return text ? text : null;
}

/** The same tree with the blanks at both ends of every text taken off. */
export function trimmed<T>(value: T): T {
  if (typeof value === 'string') return value.trim() as T;
  if (Array.isArray(value)) return value.map(trimmed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, trimmed<unknown>(part)])) as T;
}
