import type { IncomingMessage } from 'node:http';
import { clientAddressBy } from './client-address';

const from = (remoteAddress: string | undefined, forwarded?: string | string[]) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('C22 address of a request', () => {
  test.each([
    [
      'no proxy named: the header is anybody’s invention',
      '',
      from('198.51.100.4', '203.0.113.7'),
      '198.51.100.4',
    ],
    ['IPv4 through an IPv6 socket', '', from('::ffff:198.51.100.4'), '198.51.100.4'],
    [
      'not from the proxy: the header is not believed',
      '10.0.0.1',
      from('198.51.100.4', '203.0.113.7'),
      '198.51.100.4',
    ],
    ['one proxy', '10.0.0.1', from('10.0.0.1', '203.0.113.7'), '203.0.113.7'],
    [
      'what the client wrote before it is ignored',
      '10.0.0.1',
      from('10.0.0.1', '1.1.1.1, 203.0.113.7'),
      '203.0.113.7',
    ],
    [
      'a chain of proxies in a network',
      '10.0.0.0/8',
      from('10.0.0.1', '203.0.113.7, 10.2.3.4'),
      '203.0.113.7',
    ],
    ['an IPv6 proxy', 'fd00::/8', from('fd00::1', '2001:db8::7'), '2001:db8::7'],
    ['nonsense in the header', '10.0.0.1', from('10.0.0.1', 'unknown'), '10.0.0.1'],
    ['no header', '10.0.0.1', from('10.0.0.1'), '10.0.0.1'],
    ['several headers', '10.0.0.1', from('10.0.0.1', ['1.1.1.1', '203.0.113.7']), '203.0.113.7'],
    ['a socket that is gone', '', from(undefined), null],
  ])('%s', (_, trusted, request, expected) => {
    expect(clientAddressBy(trusted)(request)).toBe(expected);
  });

  test('a setting that is no address stops the start', () => {
    expect(() => clientAddressBy('10.0.0.1, proxy.local')).toThrow(
      'TRUSTED_PROXY is not an address or network: proxy.local',
    );
  });
});
