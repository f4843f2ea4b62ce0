import type { LetterName, Locale } from '@platen/contracts';
import en from './locales/letters/en.json';
import it from './locales/letters/it.json';
import nl from './locales/letters/nl.json';

/** Words of one letter; `{name}` stands for a value. Without button the letter has no link. */
export interface LetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button?: string;
  readonly small?: readonly string[];
}

export interface LetterTexts {
  readonly frame: { readonly hello: string; readonly helloName: string; readonly contact: string };
  readonly letters: Readonly<Record<LetterName, LetterText>>;
}

/** The words of all letters by language; a missing letter does not compile, a test compares their placeholders. */
export const letterTexts: Readonly<Record<Locale, LetterTexts>> = { en, it, nl };
