import { Community, SnmpUser } from './snmp/credentials';
import { parseTarget } from './target';

test('a target without more is asked by v2c on port 161', () => {
  const { credentials, ...target } = parseTarget('udp://printer.example');
  expect(target).toEqual({ host: 'printer.example', port: 161, version: '2c' });
  expect(credentials instanceof Community && credentials.reveal()).toBe('public');
});

test('SNMP v3 is asked as a user, with sha256 and aes unless told otherwise', () => {
  const { credentials } = parseTarget(
    'udp://[2001:db8::9]:1161?version=3&user=monitor&authKey=auth%2Cphrase&privKey=privphrase',
  );
  expect(credentials instanceof SnmpUser && credentials.reveal()).toEqual({
    name: 'monitor',
    auth: { protocol: 'sha256', key: 'auth,phrase' },
    priv: { protocol: 'aes', key: 'privphrase' },
  });
});

test('without privKey an SNMP v3 user asks in clear', () => {
  const { credentials } = parseTarget('udp://p?version=3&user=m&auth=sha512&authKey=auth-phrase');
  expect(credentials instanceof SnmpUser && credentials.reveal()).toEqual({
    name: 'm',
    auth: { protocol: 'sha512', key: 'auth-phrase' },
  });
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
