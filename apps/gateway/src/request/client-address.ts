import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Tells where a request comes from. */
export type ClientAddress = (request: IncomingMessage) => string | null;

/**
 * The address of a request is its socket's (threats C22). Behind proxies that are named here, it is the last
 * address in `X-Forwarded-For` that is not one of theirs: what stands left of it could be anybody's invention.
 * @param trusted  addresses or networks (`10.0.0.0/8`), comma separated; empty: believe no header
 * @throws Error for an entry that is neither
 */
export function clientAddressBy(trusted: string): ClientAddress {
  const proxies = new BlockList();
  const entries = trusted.split(',').map((entry) => entry.trim());
  for (const entry of entries.filter(Boolean)) addTo(proxies, entry);
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (request) => {
    let address = plain(request.socket.remoteAddress);
    if (address === null || !trusted || !isProxy(address)) return address;
    const header = request.headers['x-forwarded-for'];
    const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
    for (const hop of forwarded.reverse()) {
      const next = plain(hop.trim());
      if (next === null) break;
      address = next;
      if (!isProxy(next)) break;
    }
    return address;
  };
}

function addTo(proxies: BlockList, entry: string): void {
  const [network = '', bits] = entry.split('/');
  const version = isIP(network);
  if (version === 0) throw new Error(`TRUSTED_PROXY is not an address or network: ${entry}`);
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) proxies.addAddress(network, family);
  else proxies.addSubnet(network, Number(bits), family);
}

/** IPv4 that came through an IPv6 socket is IPv4. */
function plain(address: string | undefined): string | null {
  const bare = address?.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return bare && isIP(bare) !== 0 ? bare : null;
}
