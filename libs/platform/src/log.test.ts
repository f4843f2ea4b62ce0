import { QueryFailedError } from 'typeorm';
import { createLogger } from './log';

const SECRET = 'hunter2-never-printed';

const names = [
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'bearer',
  'secret',
  'authorization',
  'cookie',
  'code',
  'recoveryCode',
  'challenge',
  'community',
];

/** The lines a logger writes while it works. */
function linesOf(work: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  work(createLogger('test', 'info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('log', () => {
  test.each(names)('C40 C42 hides what is called %s, at the top and within', (name) => {
    const printed = linesOf((log) => {
      log.info({ [name]: SECRET }, 'top');
      log.info({ request: { [name]: SECRET } }, 'within');
      log.info({ request: { headers: { [name]: SECRET } } }, 'further within');
      log.info({ targets: [{ [name]: SECRET }] }, 'in a list');
      log.child({ [name]: SECRET }).info('of a child');
    });
    expect(printed.split('<secret>')).toHaveLength(6);
    expect(printed).not.toContain(SECRET);
  });

  test('C40 an error keeps its message and stack, and loses the parameters of the query that failed', () => {
    const refused = Object.assign(new Error('duplicate key value'), {
      detail: `Key (email)=(${SECRET}) exists.`,
    });
    const error = new QueryFailedError('insert into person values ($1)', [SECRET], refused);
    const printed = linesOf((log) => {
      log.error({ err: error, requestId: 'r-1' }, 'a resolver failed');
      log.error(error);
    });
    expect(printed).not.toContain(SECRET);
    const [first] = printed.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      requestId: 'r-1',
      err: {
        message: 'duplicate key value',
        type: 'QueryFailedError',
        stack: expect.stringContaining('log.test'),
      },
    });
  });
});
