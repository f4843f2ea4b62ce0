import { password } from '../../test/factories';
import { type SignInFrom, anna, giulia, useIdentity } from '../../test/use-identity';

const { signIn, refusal, sql } = useIdentity();

describe('C22 attempts', () => {
  const signInTimes = async (times: number, email: string, typed = password, from: SignInFrom = {}) => {
    const codes: (string | null)[] = [];
    for (let i = 0; i < times; i++) codes.push(await refusal(email, typed, from));
    return codes;
  };
  const wrong = (times: number) => Array<string>(times).fill('WRONG_CREDENTIALS');

  test('ten wrong ones for an account, then even the right password waits; other accounts do not', async () => {
    expect(await signInTimes(10, anna.email, 'not this')).toEqual(wrong(10));
    const refused = await signIn(anna.email, password, { address: '192.0.2.99' });
    expect(refused.data?.signIn).toMatchObject({
      __typename: 'TooManyAttemptsError',
      code: 'TOO_MANY_ATTEMPTS',
    });
    expect(refused.session).toBeUndefined();
    const { rows } = await sql(
      'select max(window_ends_at) as latest from identity.sign_in_attempt where attempts = 11',
    );
    expect((refused.data?.signIn as { retryAt: string }).retryAt).toBe(rows[0].latest.toISOString());
    expect(await refusal(giulia.email, password, { address: '192.0.2.99' })).toBeNull();
  });

  test('an account that does not exist is counted the same', async () => {
    expect(await signInTimes(11, 'nobody@rossi.example', 'x')).toEqual([...wrong(10), 'TOO_MANY_ATTEMPTS']);
  });

  test('twenty wrong ones from an address, whatever the accounts', async () => {
    for (let i = 0; i < 20; i++) expect(await refusal(`${i}@rossi.example`, 'x')).toBe('WRONG_CREDENTIALS');
    expect(await refusal(anna.email)).toBe('TOO_MANY_ATTEMPTS');
    expect(await refusal(anna.email, password, { address: '192.0.2.99' })).toBeNull();
  });

  test('addresses that are not known share one count', async () => {
    const codes: unknown[] = [];
    for (let i = 0; i < 21; i++) codes.push(await refusal(`${i}@rossi.example`, 'x', { address: null }));
    expect(codes).toEqual([...wrong(20), 'TOO_MANY_ATTEMPTS']);
  });

  test('tries at the same time pass no more than tries in a row', async () => {
    const codes = await Promise.all(Array.from({ length: 15 }, () => refusal(anna.email, 'not this')));
    expect(codes.sort()).toEqual([...Array<string>(5).fill('TOO_MANY_ATTEMPTS'), ...wrong(10)]);
  });

  test('right ones do not count: a whole office may sign in behind one address', async () => {
    expect(await signInTimes(21, anna.email)).toEqual(Array(21).fill(null));
    expect(await signInTimes(9, anna.email, 'not this')).toEqual(wrong(9));
    expect(await refusal(anna.email)).toBeNull();
    expect(await signInTimes(10, anna.email, 'not this')).toEqual(wrong(10));
  });

  test('after the window it may be tried again', async () => {
    await signInTimes(11, anna.email, 'not this');
    await sql(`update identity.sign_in_attempt set window_ends_at = now()`);
    expect(await refusal(anna.email)).toBeNull();
  });

  test('a hundred wrong ones in a row rest the account for a day, however slow they came', async () => {
    await signInTimes(1, anna.email, 'not this');
    await sql(
      `update identity.sign_in_attempt set failures_in_a_row = 100, window_ends_at = now() where attempts = 1`,
    );
    expect(await refusal(anna.email, password, { address: '192.0.2.99' })).toBe('TOO_MANY_ATTEMPTS');
    const { rows } = await sql(
      `select max(window_ends_at) > now() + interval '23 hours' as long from identity.sign_in_attempt`,
    );
    expect(rows).toEqual([{ long: true }]);
    expect(await refusal(anna.email, password, { address: '192.0.2.98' })).toBe('TOO_MANY_ATTEMPTS');
    await sql(`update identity.sign_in_attempt set window_ends_at = now()`);
    expect(await refusal(anna.email, password, { address: '192.0.2.97' })).toBeNull();
  });
});
