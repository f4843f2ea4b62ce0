import { messagesOf } from '@platen/platform';
import en from './en.json';
import it from './it.json';
import nl from './nl.json';

/** What identity says to people. */
export const message = messagesOf({ it, nl, en });
