import { SettingsError, platformEnvSchema, readEnv } from './env';

const good = {
  DATABASE_URL: 'postgres://localhost/platen',
  PLATEN_SECRET: '4f1c9b07d2e85a63f0b1c7d9e2a4568b',
};

describe('settings', () => {
  test('are complete with an address and a secret', () => {
    expect(readEnv(platformEnvSchema, good)).toMatchObject({
      NODE_ENV: 'production',
      PLATEN_URL: 'http://localhost:8080',
    });
  });

  test('empty means the same as unset', () => {
    expect(readEnv(platformEnvSchema, { ...good, REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  test.each([
    ['a missing database', { PLATEN_SECRET: good.PLATEN_SECRET }, 'DATABASE_URL'],
    ['a short secret', { ...good, PLATEN_SECRET: 'short' }, 'PLATEN_SECRET'],
    ['a secret of one character repeated', { ...good, PLATEN_SECRET: 'a'.repeat(40) }, 'PLATEN_SECRET'],
    [
      'an example secret',
      { ...good, PLATEN_SECRET: 'development-only-secret-not-for-production' },
      'PLATEN_SECRET',
    ],
  ])('C42 refuse %s by name', (_, source, name) => {
    expect(() => readEnv(platformEnvSchema, source)).toThrow(SettingsError);
    expect(() => readEnv(platformEnvSchema, source)).toThrow(name);
  });

  test('C42 never repeat a value in the refusal', () => {
    try {
      readEnv(platformEnvSchema, { ...good, DATABASE_URL: 'hunter2-is-no-url' });
      throw new Error('accepted');
    } catch (error) {
      expect(String(error)).toContain('DATABASE_URL');
      expect(String(error)).not.toContain('hunter2');
    }
  });
});
