import { messagesOf } from '@platen/platform';
import en from './en.json';
import it from './it.json';
import nl from './nl.json';

/** What this service says to people, in each language. */
export const message = messagesOf<keyof typeof en>({ it, nl, en });

/** One of its texts. */
export type MessageKey = keyof typeof en;
