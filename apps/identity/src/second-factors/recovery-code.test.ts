import { hashRecoveryCode, newRecoveryCode } from './recovery-code';

test('C21 a recovery code has 80 random bits, readable in groups', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(newRecoveryCode()).not.toBe(code);
});

test.each(['01AB-CDEF-GHJK-MNPQ', '01abcdefghjkmnpq', ' O1AB cdef\tGHJK-MNPQ\n', '0lab-CDEF-GHJK-MNPQ'])(
  'typed as %j it is the same code',
  (typed) => expect(hashRecoveryCode(typed)).toEqual(hashRecoveryCode('01AB-CDEF-GHJK-MNPQ')),
);

test('another code is another, and a megabyte is cut', () => {
  expect(hashRecoveryCode('01AB-CDEF-GHJK-MNPR')).not.toEqual(hashRecoveryCode('01AB-CDEF-GHJK-MNPQ'));
  expect(hashRecoveryCode('x'.repeat(1_000_000))).toEqual(hashRecoveryCode('x'.repeat(60)));
});
