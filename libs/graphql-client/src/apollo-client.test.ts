import { makeApolloClient } from './apollo-client';
import { ViewerDocument } from './generated/graphql';
import { problemOf } from './problem';
import { SessionEvents } from './session-events';
import { documentIdOf } from './trusted-documents';

const answer = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function clientThat(respond: () => Response | Promise<Response>) {
  const calls: { url: string; init: RequestInit }[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (url, init) => {
    calls.push({ url: String(url), init: init ?? {} });
    return Promise.resolve().then(respond);
  };
  const session = new SessionEvents();
  const ended = jest.fn();
  session.onSignedOut(ended);
  const client = makeApolloClient({ session, language: () => 'nl', uri: 'http://portal.example/graphql' });
  return { client, calls, ended, restore: () => (globalThis.fetch = real) };
}

describe('makeApolloClient', () => {
  test('C11 C12 sends the hash in place of the text, the cookie only to its own origin, and the language', async () => {
    const { client, calls, restore } = clientThat(() => answer({ data: { viewer: null } }));
    await client.query({ query: ViewerDocument });
    restore();
    const [call] = calls;
    const body = JSON.parse(String(call?.init.body)) as Record<string, unknown>;
    expect(body.documentId).toBe(documentIdOf(ViewerDocument));
    expect(body.documentId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(body.query).toBeUndefined();
    expect(call?.init.credentials).toBe('same-origin');
    expect(call?.init.method).toBe('POST');
    expect(new Headers(call?.init.headers).get('accept-language')).toBe('nl');
    expect(new Headers(call?.init.headers).get('content-type')).toBe('application/json');
  });

  test('an UNAUTHENTICATED error is a sign-in event, and the caller sees it too', async () => {
    const errors = [{ message: 'no session', extensions: { code: 'UNAUTHENTICATED' } }];
    const { client, ended, restore } = clientThat(() => answer({ data: null, errors }));
    const { error } = await client.query({ query: ViewerDocument });
    restore();
    expect(ended).toHaveBeenCalledTimes(1);
    expect(problemOf(error)).toBe('signed-out');
  });

  test.each([
    [
      () => answer({ data: null, errors: [{ message: 'no', extensions: { code: 'UNAUTHORIZED' } }] }),
      'not-allowed',
    ],
    [() => answer({ data: null, errors: [{ message: 'oops' }] }), 'failed'],
    [() => answer({}, 429), 'busy'],
    [() => answer({}, 502), 'offline'],
    [() => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
  ] as const)('other failures have their own word and end no session (%#)', async (respond, problem) => {
    const { client, ended, restore } = clientThat(respond);
    const { error } = await client.query({ query: ViewerDocument });
    restore();
    expect(problemOf(error)).toBe(problem);
    expect(ended).not.toHaveBeenCalled();
  });
});
