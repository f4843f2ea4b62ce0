import { messagesOf } from '@platen/platform';
import en from './messages/en.json';
import it from './messages/it.json';
import nl from './messages/nl.json';

/** What is said about settings of a branch. */
export const settingsMessage = messagesOf({ it, nl, en });
