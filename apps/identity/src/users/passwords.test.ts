import { hash, verify } from '@node-rs/argon2';
import { Passwords } from './passwords';

jest.mock('@node-rs/argon2', () => {
  const argon2 = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return { ...argon2, verify: jest.fn(argon2.verify) };
});

const stored = (password: string) => new Passwords().hash(password);
const comparisons = jest.mocked(verify);
beforeEach(() => comparisons.mockClear());

test('C20 passwords are hashed by argon2id with 19 MiB, two passes, one lane', async () => {
  expect(await stored('paper')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test.each([
  ['paper and ink', 'right'],
  ['paper and ink ', 'wrong'],
  ['Paper and ink', 'wrong'],
  ['', 'wrong'],
])('C20 %j is compared exactly as typed: %s', async (typed, verdict) => {
  expect(await new Passwords().verify(await stored('paper and ink'), typed)).toBe(verdict);
});

test('C23 without a stored hash the same work is done, and nothing fits', async () => {
  const passwords = new Passwords();
  expect(await passwords.verify(null, 'nobody signs in with this')).toBe('wrong');
  expect(comparisons).toHaveBeenCalledTimes(1);
  expect(comparisons.mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a password of a megabyte is wrong, and only its start is hashed', async () => {
  const huge = 'x'.repeat(1_000_000);
  expect(await new Passwords().verify(await stored(huge.slice(0, 1024)), huge)).toBe('wrong');
  expect(comparisons.mock.calls[0]?.[1]).toHaveLength(1024);
});

test('C20 two are compared at once, thirty wait, the rest is told to come back', async () => {
  const hashed = await stored('paper and ink');
  const passwords = new Passwords(2);
  let running = 0;
  let most = 0;
  comparisons.mockImplementation(async () => {
    most = Math.max(most, ++running);
    await new Promise((resume) => setImmediate(resume));
    running--;
    return true;
  });
  const verdicts = await Promise.all(
    Array.from({ length: 40 }, () => passwords.verify(hashed, 'paper and ink')),
  );
  expect(verdicts.filter((verdict) => verdict === 'right')).toHaveLength(32);
  expect(verdicts.filter((verdict) => verdict === 'busy')).toHaveLength(8);
  expect(most).toBe(2);
  expect(await passwords.verify(hashed, 'paper and ink')).toBe('right');
});

test('C20 a hash of lower cost is outdated', async () => {
  const passwords = new Passwords();
  expect(passwords.isOutdated(await hash('paper', { memoryCost: 4096, timeCost: 1 }))).toBe(true);
  expect(passwords.isOutdated(await stored('paper'))).toBe(false);
});
