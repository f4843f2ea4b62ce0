/** Languages the product speaks; every mail and page exists in each. */
export const locales = ['it', 'nl', 'en'] as const;
export type Locale = (typeof locales)[number];
