import { assertUrl } from '../config';
import { ask } from '../gateway/ask';
import { type Enrolment, keepEnrolment } from './enrolment-file';

/** The document enrol.graphql in the gateway's manifest: who has no key yet may send no text of his own. */
export const ENROL_DOCUMENT_ID = 'sha256:7af33f8807c69e7176609953ed87facf854e1840e7f7e0ea1a26dcdb706dc731';

/**
 * Exchanges a one-time code for this collector's own key, and keeps the key in a file that only its owner reads.
 * @throws with words for the person at the keyboard; neither code nor key is repeated
 */
export async function enrol(
  { url, code, allowHttp }: { url: string; code: string; allowHttp: boolean },
  stateDirectory: string,
): Promise<Enrolment> {
  assertUrl(url, allowHttp);
  const body = {
    documentId: ENROL_DOCUMENT_ID,
    operationName: 'EnrolCollector',
    variables: { input: { code } },
  };
  const told = await ask({ url, key: null }, body, AbortSignal.timeout(60_000));
  if (told.kind !== 'told')
    throw new Error(
      `The gateway did not answer as it should: ${told.kind === 'failed' ? told.reason : 'refused'}`,
    );
  const result = told.data.enrolCollector as Partial<Enrolment> & { message?: string };
  if (typeof result.key !== 'string') throw new Error(result.message ?? 'The gateway did not take the code.');
  const { key, collectorId = '', name = '' } = result;
  const enrolment = { url, key, collectorId, name };
  keepEnrolment(stateDirectory, enrolment);
  return enrolment;
}
