import { type PollOptions, pollDevice } from './poll-device';
import { Community } from './snmp/credentials';
import { parseTarget } from './target';

/**
 * Polls one printer and gives the decoded poll as JSON.
 * @param url      `udp://host:port`; a community or version in it gives way to the options
 * @throws like {@link pollDevice}, or when the URL is not of this form
 */
export async function pollToJson(
  url: string,
  options: Partial<PollOptions> & { community?: string } = {},
): Promise<string> {
  const { credentials, version, ...target } = parseTarget(url);
  const { community, ...settings } = options;
  const poll = await pollDevice(target, community === undefined ? credentials : new Community(community), {
    version,
    ...settings,
  });
  return JSON.stringify(poll, null, 2);
}
