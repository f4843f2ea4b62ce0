import type { PollOptions } from './poll-device';
import { pollTarget } from './poll-target';
import { Community } from './snmp/credentials';
import { parseTarget } from './target';

/**
 * Polls one printer and gives the decoded poll as JSON.
 * @param url      as a target is written; a community or version in it gives way to the options
 * @throws like {@link pollTarget}, or when the URL is not of this form
 */
export async function pollToJson(
  url: string,
  options: Partial<Omit<PollOptions, 'maxRequests'>> & { community?: string } = {},
): Promise<string> {
  const target = parseTarget(url);
  const { community, version, timeoutMs = 2000, retries = 3 } = options;
  const asked =
    target.protocol === 'snmp' && target.credentials instanceof Community
      ? {
          ...target,
          ...(version && { version }),
          ...(community !== undefined && { credentials: new Community(community) }),
        }
      : target;
  return JSON.stringify(await pollTarget(asked, { timeoutMs, retries }), null, 2);
}
