import type { InvalidSite } from './site.errors';

/** A place as people write it down. */
export interface SiteFacts {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly deliveryContactName: string | null;
  readonly deliveryContactEmail: string | null;
  readonly deliveryContactPhone: string | null;
  readonly deliveryInstructions: string | null;
}

/** Longest value of each field, in characters. */
export const SITE_LENGTHS: Readonly<Record<keyof SiteFacts, number>> = {
  name: 120,
  street: 160,
  postalCode: 16,
  city: 80,
  country: 2,
  deliveryContactName: 120,
  deliveryContactEmail: 254,
  deliveryContactPhone: 40,
  deliveryInstructions: 1000,
};

// Control characters have no meaning in an address, and those that turn the direction of writing can fake one.
const NOT_IN_AN_ADDRESS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const NOT_IN_INSTRUCTIONS = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;
const EMAIL = /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/;

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes that CLDR names and that are no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);

/** True for a code of ISO 3166-1 alpha-2. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.has(code) && regions.of(code) !== undefined;
}

/** Blanks around values gone, country and Dutch postal codes in capitals, empty texts as null where one may be missing. */
export function tidySite(typed: SiteFacts): SiteFacts {
  const country = typed.country.trim().toUpperCase();
  const postalCode = typed.postalCode.trim();
  return {
    name: typed.name.trim(),
    street: typed.street.trim(),
    postalCode: country === 'NL' ? postalCode.toUpperCase() : postalCode,
    city: typed.city.trim(),
    country,
    deliveryContactName: typed.deliveryContactName?.trim() || null,
    deliveryContactEmail: typed.deliveryContactEmail?.trim() || null,
    deliveryContactPhone: typed.deliveryContactPhone?.trim() || null,
    deliveryInstructions: typed.deliveryInstructions?.replaceAll('\r\n', '\n').trim() || null,
  };
}

/** What cannot be stored of a tidy place; empty when all is well. */
export function siteFaults(site: SiteFacts): InvalidSite['fields'] {
  const faults: InvalidSite['fields'][number][] = [];
  for (const field of Object.keys(SITE_LENGTHS) as (keyof SiteFacts)[]) {
    const value = site[field];
    const max = SITE_LENGTHS[field];
    const forbidden = field === 'deliveryInstructions' ? NOT_IN_INSTRUCTIONS : NOT_IN_AN_ADDRESS;
    if (field === 'country') {
      if (!isCountry(site.country)) faults.push({ path: field, problem: 'countryUnknown' });
    } else if (value === '') {
      faults.push({ path: field, problem: field === 'name' ? 'siteNameNeeded' : 'siteTextNeeded', max });
    } else if (value !== null && (value.length > max || forbidden.test(value))) {
      faults.push({ path: field, problem: 'tooLong', max });
    }
  }
  const email = site.deliveryContactEmail;
  if (email !== null && email.length <= SITE_LENGTHS.deliveryContactEmail && !EMAIL.test(email))
    faults.push({ path: 'deliveryContactEmail', problem: 'emailInvalid' });
  return faults;
}

/** How postal codes are written where most of our places are. */
const POSTAL_CODES: Readonly<Record<string, RegExp>> = { IT: /^\d{5}$/, NL: /^[1-9]\d{3} ?[A-Z]{2}$/ };

/** True for a postal code that its country does not write like this: worth a second look, and no reason to refuse. */
export function oddPostalCode({ country, postalCode }: Pick<SiteFacts, 'country' | 'postalCode'>): boolean {
  return !(POSTAL_CODES[country]?.test(postalCode) ?? true);
}
