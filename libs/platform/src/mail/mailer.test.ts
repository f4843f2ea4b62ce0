import { headerText } from './header-text';
import { messageIdDomain, outcomeOf } from './mailer';
import { retryDelaySeconds } from './send-mail';

const answered = (code: string, responseCode?: number) =>
  Object.assign(new Error('x'), { code, responseCode, response: responseCode && `${responseCode} x` });

test.each([
  ['EENVELOPE', 550, 'refused'],
  ['EMESSAGE', 554, 'refused'],
  ['EENVELOPE', undefined, 'refused'],
  ['EENVELOPE', 451, 'later'],
  ['EMESSAGE', 452, 'later'],
  ['EENVELOPE', 530, 'later'],
  ['EAUTH', 535, 'later'],
  ['EPROTOCOL', 554, 'later'],
  ['ECONNECTION', undefined, 'later'],
  ['ESOCKET', undefined, 'later'],
  ['ETIMEDOUT', undefined, 'later'],
] as const)('C53 %s %s means %s', (code, responseCode, kind) => {
  expect(outcomeOf(answered(code, responseCode)).kind).toBe(kind);
});

test('C53 the wait doubles from half a minute to two hours, and covers three days in fewer than fifty tries', () => {
  expect([1, 2, 3, 8, 9, 20].map(retryDelaySeconds)).toEqual([30, 60, 120, 3840, 7200, 7200]);
});

test.each([
  ['Platen <no-reply@platen.example>', 'platen.example'],
  ['no-reply@localhost', 'localhost'],
  ['nonsense', 'localhost'],
])('the Message-ID of mails from %s ends in %s', (from, domain) => {
  expect(messageIdDomain(from)).toBe(domain);
});

test.each([
  ['a\r\nBcc: b', 'a Bcc: b'],
  ['a\u0000b\u0085c\u2028d', 'a b c d'],
  ['\u202Ea\u2066b\u200F', 'ab'],
  ['  Größe – 100 % ', 'Größe – 100 %'],
])('C30 header text %j becomes %j', (text, line) => {
  expect(headerText(text)).toBe(line);
});
