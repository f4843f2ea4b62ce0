import { SecretBoxError, secretBox } from './secret-box';

const secret = 'a-secret-that-only-tests-ever-know-0123456789';
const box = secretBox(secret, 'mail');

test('C24 what was sealed is opened again, and never looks the same twice', () => {
  const sealed = box.seal('https://platen.example/set-password#token');
  expect(box.open(sealed)).toBe('https://platen.example/set-password#token');
  expect(sealed).not.toContain('platen');
  expect(box.seal('x')).not.toBe(box.seal('x'));
});

test.each([
  ['another purpose', secretBox(secret, 'second-factor')],
  ['another secret', secretBox(`${secret}!`, 'mail')],
])('C24 %s opens nothing', (_name, other) => {
  expect(() => other.open(box.seal('x'))).toThrow(SecretBoxError);
});

test.each(['', 'abc', 'A'.repeat(60)])('C24 %j was never sealed', (text) => {
  expect(() => box.open(text)).toThrow(SecretBoxError);
});

test('C24 a changed secret is refused', () => {
  const sealed = Buffer.from(box.seal('twelve'), 'base64url');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => box.open(sealed.toString('base64url'))).toThrow(SecretBoxError);
});
