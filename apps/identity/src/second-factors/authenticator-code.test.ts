import { generateSync } from 'otplib';
import { authenticatorUri, newAuthenticatorSecret, stepOfCode } from './authenticator-code';

/** The seed of RFC 6238's appendix B, base32. */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  // RFC 6238, appendix B, its last six digits.
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('C21 the code of second %d is %s', (at, code) => {
  expect(stepOfCode(rfcSecret, code, { at, lastStep: 0 })).toBe(Math.floor(at / 30));
});

const at = 1_795_000_000;
const step = Math.floor(at / 30);
const codeOf = (of: number) => generateSync({ secret: rfcSecret, epoch: of * 30 });

test.each([
  ['this step', step, step],
  ['the step before', step - 1, step - 1],
  ['the next step', step + 1, step + 1],
  ['two steps before', step - 2, null],
  ['two steps ahead', step + 2, null],
])('C21 the code of %s', (_what, of, expected) => {
  expect(stepOfCode(rfcSecret, codeOf(of), { at, lastStep: 0 })).toBe(expected);
});

test('C21 a step is used once, and none before it either', () => {
  expect(stepOfCode(rfcSecret, codeOf(step), { at, lastStep: step })).toBeNull();
  expect(stepOfCode(rfcSecret, codeOf(step - 1), { at, lastStep: step })).toBeNull();
  expect(stepOfCode(rfcSecret, codeOf(step + 1), { at, lastStep: step })).toBe(step + 1);
});

test('a code may be typed in groups', () => {
  const code = codeOf(step);
  expect(stepOfCode(rfcSecret, ` ${code.slice(0, 3)} ${code.slice(3)}\n`, { at, lastStep: 0 })).toBe(step);
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12345\0', '😀😀😀', '1'.repeat(1_000_000)])(
  'what is no code is wrong: %.10j',
  (typed) => expect(stepOfCode(rfcSecret, typed, { at, lastStep: 0 })).toBeNull(),
);

test('a seed is 160 random bits, and the app reads whose it is', () => {
  const secret = newAuthenticatorSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newAuthenticatorSecret()).not.toBe(secret);
  const uri = new URL(authenticatorUri(secret, 'Aurora & Stampa', 'anna@rossi.example'));
  expect(decodeURIComponent(uri.pathname)).toContain('Aurora & Stampa:anna@rossi.example');
  expect(uri.searchParams.get('secret')).toBe(secret);
});
