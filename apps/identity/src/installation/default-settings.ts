import { type BranchSettings, type Locale, usualMeterSettings } from '@platen/contracts';

/** What differs from country to country. A language stands for the country where it is spoken. */
type National = Pick<BranchSettings, 'timeZone' | 'currency' | 'vatRates'> & { readonly holidays: string };

const national: Readonly<Record<Locale, National>> = {
  it: {
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    vatRates: { ordinaria: '22', ridotta: '10' },
    holidays: 'IT',
  },
  nl: { timeZone: 'Europe/Amsterdam', currency: 'EUR', vatRates: { hoog: '21', laag: '9' }, holidays: 'NL' },
  en: {
    timeZone: 'Europe/London',
    currency: 'GBP',
    vatRates: { standard: '20', reduced: '5' },
    holidays: 'GB',
  },
};

/**
 * Settings that a new branch can begin with and change later in the console: the usual ones of the country, and where
 * there is no usual one the narrower, such as joining by invitation only. How people reach the branch cannot be
 * guessed, so there is no contact in them.
 */
export function defaultSettings(locale: Locale, name: string): BranchSettings {
  const { holidays, ...country } = national[locale];
  return {
    name,
    locale,
    ...country,
    calendar: { holidays, workDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
    brand: { name: name.slice(0, 60).trim(), color: '#243b6b', logoUrl: null },
    contacts: [],
    registration: 'invitation',
    passwordHelp: 'organisation',
    ticket: { confirmationTo: 'requester', historyWindowDays: null, numberStart: 1 },
    ordering: {
      orderableKinds: ['toner', 'waste'],
      orderNumberStart: 1,
      cutOff: '12:00',
      deliveryDaysBeforeCutOff: 2,
      deliveryDaysAfterCutOff: 3,
      reorderPercent: 15,
    },
    silentAfterHours: 48,
    meters: usualMeterSettings,
    invoiceNumberStart: 1,
    marketingConsent: false,
  };
}
