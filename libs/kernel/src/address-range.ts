/**
 * Addresses on a local network as people write them: `10.1.2.0/24`, `10.1.2.10-10.1.2.40`, `10.1.2.10-40`, one address,
 * or the name of one host. IPv4 only: nobody searches an IPv6 network address by address.
 */
export type AddressRange =
  | { readonly kind: 'addresses'; readonly first: number; readonly last: number }
  | { readonly kind: 'host'; readonly name: string };

/** Most addresses that one range may hold: a /20. */
export const MOST_ADDRESSES = 4096;

const HOST =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*\.?$/i;
const NO_NAME = /^[\d.-]+$/;

/** Reads one entry; network and broadcast address of a prefix up to /30 are left out. @returns null when it is none */
export function parseAddressRange(text: string): AddressRange | null {
  const entry = text.trim();
  if (entry.includes('/')) return prefixOf(entry);
  const [from = '', to, ...more] = entry.split('-').map((part) => part.trim());
  const first = addressOf(from);
  if (first !== null && to === undefined) return between(first, first);
  if (first !== null && to !== undefined && more.length === 0) {
    const last = /^\d{1,3}$/.test(to) ? addressOf(from.replace(/\d+$/, to)) : addressOf(to);
    return last === null ? null : between(first, last);
  }
  return HOST.test(entry) && !NO_NAME.test(entry) ? { kind: 'host', name: entry.toLowerCase() } : null;
}

/** How many addresses a range stands for; a host is one. */
export function sizeOf(range: AddressRange): number {
  return range.kind === 'host' ? 1 : range.last - range.first + 1;
}

/** @returns null when it is not four numbers from 0 to 255 with dots */
export function addressOf(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** `10.1.2.3` of its number, 0 to 2^32-1. */
export function textOfAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** True where every address of the range is inside networks that no router of the internet carries (RFC 6890). */
export function isPrivateRange(range: AddressRange): boolean {
  if (range.kind === 'host') return true;
  return PRIVATE.some(({ first, last }) => range.first >= first && range.last <= last);
}

/** True when the range holds this address, or is this host. */
export function holds(range: AddressRange, host: string): boolean {
  if (range.kind === 'host') return range.name === host.toLowerCase();
  const address = addressOf(host);
  return address !== null && address >= range.first && address <= range.last;
}

function prefixOf(entry: string): AddressRange | null {
  const [, base = '', length = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(entry) ?? [];
  const address = addressOf(base);
  const bits = Number(length);
  if (address === null || length === '' || bits > 32) return null;
  const size = 2 ** (32 - bits);
  const first = address - (address % size);
  return bits <= 30 ? between(first + 1, first + size - 2) : between(first, first + size - 1);
}

function between(first: number, last: number): AddressRange | null {
  return last < first ? null : { kind: 'addresses', first, last };
}

const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
].map((entry) => {
  const [base = '', bits = ''] = entry.split('/');
  const first = addressOf(base) ?? 0;
  return { first, last: first + 2 ** (32 - Number(bits)) - 1 };
});
