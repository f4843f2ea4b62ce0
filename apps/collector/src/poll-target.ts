import { pollIpp } from './ipp/poll-ipp';
import { type DevicePoll, pollDevice } from './poll-device';
import type { CollectorTarget } from './target';

/** Asks a printer by the protocol it is configured with. @throws like `pollDevice` or `pollIpp` */
export async function pollTarget(
  target: CollectorTarget,
  patience: { readonly timeoutMs: number; readonly retries: number },
): Promise<DevicePoll> {
  const { timeoutMs, retries } = patience;
  if (target.protocol === 'ipp') return pollIpp(target, { timeoutMs, retries });
  const { credentials, version } = target;
  return pollDevice(target, credentials, { version, timeoutMs, retries });
}
