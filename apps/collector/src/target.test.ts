import { Community, SnmpUser } from './snmp/credentials';
import { type SnmpTarget, parseTarget } from './target';

function snmpTarget(text: string): SnmpTarget {
  const target = parseTarget(text);
  if (target.protocol !== 'snmp') throw new Error('no SNMP');
  return target;
}

test('a target without more is asked by v2c on port 161', () => {
  const { credentials, ...target } = snmpTarget('udp://printer.example');
  expect(target).toEqual({ protocol: 'snmp', host: 'printer.example', port: 161, version: '2c' });
  expect(credentials instanceof Community && credentials.reveal()).toBe('public');
});

test('SNMP v3 is asked as a user, with sha256 and aes unless told otherwise', () => {
  const { credentials } = snmpTarget(
    'udp://[2001:db8::9]:1161?version=3&user=monitor&authKey=auth%2Cphrase&privKey=privphrase',
  );
  expect(credentials instanceof SnmpUser && credentials.reveal()).toEqual({
    name: 'monitor',
    auth: { protocol: 'sha256', key: 'auth,phrase' },
    priv: { protocol: 'aes', key: 'privphrase' },
  });
});

test('without privKey an SNMP v3 user asks in clear', () => {
  const { credentials } = snmpTarget('udp://p?version=3&user=m&auth=sha512&authKey=auth-phrase');
  expect(credentials instanceof SnmpUser && credentials.reveal()).toEqual({
    name: 'm',
    auth: { protocol: 'sha512', key: 'auth-phrase' },
  });
});

test.each([
  ['ipps://[2001:db8::9]', { host: '2001:db8::9', port: 631, path: '/ipp/print', isSecure: true }],
  ['ipp://printer:8631/ipp', { host: 'printer', port: 8631, path: '/ipp', isSecure: false }],
])('%s is asked by IPP', (text, target) => {
  expect(parseTarget(text)).toEqual({ protocol: 'ipp', ...target });
});

test.each([
  ['printer', 'a target is written'],
  ['http://printer', 'a target is written'],
  ['udp://p?version=4', 'version of a target'],
  ['udp://p?version=3&authKey=secret-phrase', '1 to 32 characters'],
  ['udp://p?version=3&user=m&authKey=secret', 'at least 8'],
  ['udp://p?version=3&user=m&authKey=secret-phrase&privKey=short', 'at least 8'],
  ['udp://p?version=3&user=m&auth=crc&authKey=secret-phrase', 'auth of a target is one of'],
  [
    'udp://p?version=3&user=m&authKey=secret-phrase&priv=rot13&privKey=secret-phrase',
    'priv of a target is one of',
  ],
])('%s is refused, and no secret is repeated', (text, words) => {
  const refuse = () => parseTarget(text);
  expect(refuse).toThrow(words);
  expect(refuse).not.toThrow('secret-phrase');
});
