/**
 * Version of the text to which people say yes or no (R13): the words beside the box, `privacy.consent` of the portal,
 * and the privacy policy they name. Changed with them, never without.
 */
export const CONSENT_VERSION = '2026-11';
