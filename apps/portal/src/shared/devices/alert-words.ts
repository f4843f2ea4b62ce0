import type { TFunction } from 'i18next';
import en from '../../locales/en/alerts.json';
import { errorWords } from './device-state';

/** What a machine complains about, as the graph tells it. */
export interface AlertToName {
  readonly code: number | null;
  readonly description: string;
}

/**
 * Codes of prtAlertCode that the portal has words for: PrtAlertCodeTC as IANA keeps it (IANA-PRINTER-MIB, begun in
 * RFC 3805). 1 (other) and 2 (unknown) say nothing that the machine's own text does not say better.
 */
type KnownCode = keyof typeof en.words;
const known = (code: number | null): KnownCode | undefined =>
  code !== null && String(code) in en.words ? (String(code) as KnownCode) : undefined;

/** `paper jam`; a machine's own text where its code is not in the standard, or it gives none. */
export function alertWords({ code, description }: AlertToName, t: TFunction): string {
  const word = known(code);
  return word ? t(`alerts.words.${word}`) : errorWords(description, t);
}

/** What the machine itself said, code included, so that the provider can look it up; nothing where it gave no code. */
export function alertAsGiven({ code, description }: AlertToName, t: TFunction): string | undefined {
  if (code === null) return undefined;
  return known(code) && description
    ? t('alerts.given', { text: description, code })
    : t('alerts.codeOnly', { code });
}
