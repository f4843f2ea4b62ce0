/** What stands for the tracking number in a carrier's address. */
const NUMBER = '{number}';
/** Longest address, in characters. */
export const MAX_TEMPLATE = 300;

/**
 * Where a carrier tells where a parcel is. The number is only ever a part of the path or the question: it is encoded,
 * and a template that was changed past the check below leads nowhere.
 */
export function trackingUrl(template: string | null, number: string | null): string | null {
  if (template === null || number === null || !isTrackingTemplate(template)) return null;
  return template.replaceAll(NUMBER, encodeURIComponent(number));
}

/** True for an https address with `{number}` behind its host, and with nobody's name or password in it (C30). */
export function isTrackingTemplate(template: string): boolean {
  if (template.length > MAX_TEMPLATE || !template.includes(NUMBER) || !URL.canParse(template)) return false;
  const { protocol, host, username, password } = new URL(template);
  // The parser drops line breaks and tabs in silence; what is shown must be what is opened.
  if (protocol !== 'https:' || username !== '' || password !== '' || /[\s\p{Cc}\\]/u.test(template))
    return false;
  // A number in the host would lead to whoever owns that name.
  return !host.includes('{') && template.startsWith(`https://${host}/`);
}
