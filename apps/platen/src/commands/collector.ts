import { pollToJson } from '@platen/collector';

/** Polls one device and prints what was decoded. @throws PollError when it does not answer */
export async function poll(
  url: string,
  options: { community: string; snmp: '1' | '2c'; timeout: number; retries: number },
): Promise<void> {
  const json = await pollToJson(url, {
    community: options.community,
    version: options.snmp,
    timeoutMs: options.timeout,
    retries: options.retries,
  });
  process.stdout.write(`${json}\n`);
}
