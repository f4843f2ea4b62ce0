import { pollToJson } from '@platen/collector';

/** The device was not read: no address, no answer, another community. */
export class PollError extends Error {
  override readonly name = 'PollError';
}

/** Polls one device and prints what was decoded. @throws PollError when it does not answer */
export async function poll(
  url: string,
  options: { community: string; snmp: '1' | '2c'; timeout: number; retries: number },
): Promise<void> {
  const settings = {
    community: options.community,
    version: options.snmp,
    timeoutMs: options.timeout,
    retries: options.retries,
  };
  const json = await pollToJson(url, settings).catch((cause: unknown) => {
    throw new PollError(cause instanceof Error ? cause.message : String(cause), { cause });
  });
  process.stdout.write(`${json}\n`);
}
