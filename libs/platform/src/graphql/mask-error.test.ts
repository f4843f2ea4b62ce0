import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { maskError } from './mask-error';

const logged: string[] = [];
const log = {
  error: (_facts: object, text: string) => logged.push(text),
  warn: (_facts: object, text: string) => logged.push(text),
} as unknown as Logger;
beforeEach(() => logged.splice(0));

const masked = (error: GraphQLError) => {
  const { message, extensions, path } = maskError(error, 'request-7', log);
  return { message, code: extensions.code, requestId: extensions.requestId, path };
};
const from = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['orders'] });

test('C10 a bug leaves as one sentence and the request id, and is logged once', () => {
  expect(masked(from(new Error('relation "secret" does not exist')))).toEqual({
    message: 'Something went wrong on our side.',
    code: 'INTERNAL_SERVER_ERROR',
    requestId: 'request-7',
    path: ['orders'],
  });
  expect(logged).toEqual(['a resolver failed']);
});

test('an error without extensions, as compiled execution makes them, is masked too', () => {
  const bare = Object.defineProperty(from(new Error('inside')), 'extensions', { value: undefined });
  expect(masked(bare).code).toBe('INTERNAL_SERVER_ERROR');
});

test('an expected error passes, without being logged', () => {
  const error = new GraphQLError('Sign in to go on.', {
    extensions: { code: 'UNAUTHENTICATED', more: 'inside' },
  });
  expect(maskError(error, 'request-7', log).extensions).toEqual({
    code: 'UNAUTHENTICATED',
    requestId: 'request-7',
  });
  expect(logged).toEqual([]);
});

test.each(['22P02', '22007', '22008', '22003', '22021'])(
  'a value that PostgreSQL cannot read (%s) is bad input',
  (code) => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "x"'), { code });
    expect(masked(from(error))).toMatchObject({
      message: 'A value does not fit its type.',
      code: 'BAD_USER_INPUT',
    });
  },
);

test('other codes of PostgreSQL are bugs', () => {
  expect(masked(from(Object.assign(new Error('duplicate key'), { code: '23505' }))).code).toBe(
    'INTERNAL_SERVER_ERROR',
  );
});
