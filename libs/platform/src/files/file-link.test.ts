import { readFileLink, signFileLink } from './file-link';

const secret = 'a-secret-that-only-tests-ever-know-0123456789';
const now = new Date('2026-11-21T10:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const name = '0123456789abcdef0123456789abcdef';

describe('C31 file links', () => {
  const token = signFileLink({ name, expiresAt: minutes(5) }, secret, now);

  test('open one file until they expire', () => {
    expect(readFileLink(token, secret, minutes(4))).toBe(name);
    expect(readFileLink(token, secret, minutes(5))).toBeNull();
  });

  test('open nothing when changed, lengthened or signed by somebody else', () => {
    const [, expires, signed] = token.split('.');
    expect(readFileLink(`fedcba9876543210fedcba9876543210.${expires}.${signed}`, secret, now)).toBeNull();
    expect(readFileLink(`${name}.${minutes(60).getTime().toString(36)}.${signed}`, secret, now)).toBeNull();
    expect(readFileLink(token, `${secret}x`, now)).toBeNull();
    for (const nonsense of ['', '..', `${token}.x`, name])
      expect(readFileLink(nonsense, secret, now)).toBeNull();
  });

  test('live 15 minutes at most', () => {
    expect(() => signFileLink({ name, expiresAt: minutes(15) }, secret, now)).not.toThrow();
    expect(() => signFileLink({ name, expiresAt: minutes(16) }, secret, now)).toThrow(RangeError);
  });
});
