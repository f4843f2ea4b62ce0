import { ViewerDocument } from '@platen/graphql-client';
import { speak } from '../shared/i18n';
import { languageOfBrowser } from '../shared/kept-language';
import { languageFor } from '../shared/language';
import type { Viewer } from '../shared/viewer';
import type { AppContext } from './context';

/**
 * Who is here, in their language: the account's own, else the one chosen in or given by the browser.
 * @throws the client's error when the gateway does not answer
 */
export async function loadViewer({ client, i18n }: AppContext): Promise<Viewer> {
  const { data, error } = await client.query({ query: ViewerDocument });
  const viewer = data?.viewer;
  const language = viewer?.user ? languageFor([viewer.user.locale]) : languageOfBrowser();
  await speak(i18n, language);
  if (!viewer) throw error instanceof Error ? error : new Error('the gateway answered without a viewer');
  return viewer;
}
