import { foldedEmail, isEmail, normalEmail } from './email-address';

test.each([
  ['anna@rossi.example', 'anna@rossi.example'],
  [' Anna.Neri@Rossi.EXAMPLE ', 'Anna.Neri@rossi.example'],
  ["o'brien+print@rossi.example", "o'brien+print@rossi.example"],
  ['anna@bücher.example', 'anna@xn--bcher-kva.example'],
  // Cyrillic letters that look like Latin ones
  ['anna@\u0440aypal.example', 'anna@xn--aypal-uye.example'],
])('R1 %j is kept as %s', (typed, kept) => {
  expect(normalEmail(typed)).toEqual({ ok: true, value: kept });
});

test.each([
  ['nothing', ''],
  ['no @', 'anna'],
  ['no name', '@rossi.example'],
  ['no domain', 'anna@'],
  ['a domain of one label', 'anna@localhost'],
  ['a number for a host', 'anna@192.0.2.1'],
  ['brackets', 'anna@[192.0.2.1]'],
  ['two @', 'anna@neri@rossi.example'],
  ['a space', 'anna neri@rossi.example'],
  ['a second header', 'anna@rossi.example\r\nBcc: x@evil.example'],
  ['a line break at the end', 'anna@rossi.example\n'],
  ['a NUL', 'anna\0@rossi.example'],
  ['a mark of direction', 'anna@rossi\u202e.example'],
  ['an invisible joint', 'an\u200bna@rossi.example'],
  ['an emoji', '😀@rossi.example'],
  ['letters of another script before the @', '\u0430nna@rossi.example'],
  ['a quoted name', '"anna neri"@rossi.example'],
  ['a percent sign in the domain', 'anna@rossi%2eexample'],
  ['a label that is too long', `anna@${'a'.repeat(64)}.example`],
  ['255 characters', `anna@${`${'a'.repeat(60)}.`.repeat(4)}example`],
  ['a megabyte', `${'a'.repeat(1_000_000)}@rossi.example`],
])('R1 an address with %s is refused', (_what, typed) => {
  expect(normalEmail(typed)).toEqual({ ok: false, failure: { code: 'EMAIL_INVALID' } });
  expect(isEmail(typed)).toBe(false);
});

test('R1 one address is one, however it is written', () => {
  expect(foldedEmail('ANNA@BÜCHER.example ')).toBe(foldedEmail('anna@xn--bcher-kva.EXAMPLE'));
  expect(foldedEmail('No Address ')).toBe('no address');
});
