import { ServiceUnavailable } from '@platen/platform';
import { fakeServices, runFake } from '../../test/fakes';
import { type FakeFleet, fakeFleet, fleetService } from '../../test/fake-fleet';
import { type TestGateway, startTestGateway } from '../../test/start';

const FORM = 'application/x-www-form-urlencoded';
const good = 'grant_type=client_credentials&client_id=erp&client_secret=ptn_right';
const basic = `Basic ${Buffer.from('erp:ptn_right').toString('base64')}`;

const ask = async (
  gateway: TestGateway,
  body: string,
  headers: Record<string, string> = {},
  method = 'POST',
) => {
  const response = await fetch(`${gateway.url}/oauth/token`, {
    method,
    headers: { 'content-type': FORM, ...headers },
    ...(method === 'POST' && { body }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};

describe('POST /oauth/token', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.stop());

  test.each([
    ['in the body', good, {}],
    ['by HTTP Basic', 'grant_type=client_credentials', { authorization: basic }],
  ])('RFC 6749 5.1: a bearer token that nobody keeps, for a key %s', async (_way, body, headers) => {
    const answer = await ask(gateway, body, headers);
    expect([answer.status, answer.body]).toEqual([
      200,
      { access_token: 'pta_fresh', token_type: 'Bearer', expires_in: 900, scope: 'order:read order:place' },
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('pragma')).toBe('no-cache');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('less than the key may', async () => {
    expect((await ask(gateway, `${good}&scope=order%3Aread`)).body.scope).toBe('order:read');
  });

  test.each([
    ['a wrong key', good.replace('right', 'wrong'), {}, 401, 'invalid_client'],
    ['an unknown client', good.replace('erp', 'other'), {}, 401, 'invalid_client'],
    [
      'a wrong key by HTTP Basic',
      'grant_type=client_credentials',
      { authorization: 'Basic eDp5' },
      401,
      'invalid_client',
    ],
    [
      'a cookie alone',
      'grant_type=client_credentials',
      { cookie: 'platen_session=session-rossi' },
      401,
      'invalid_client',
    ],
    ['more than the key may', `${good}&scope=user%3Amanage`, {}, 400, 'invalid_scope'],
    ['a password', good.replace('client_credentials', 'password'), {}, 400, 'unsupported_grant_type'],
    ['nothing', '', {}, 400, 'invalid_request'],
    ['JSON', '{}', { 'content-type': 'application/json' }, 400, 'invalid_request'],
    ['8 KiB and one byte', `${good}&x=${'x'.repeat(8 * 1024)}`, {}, 413, 'invalid_request'],
  ])('RFC 6749 5.2: %s', async (_what, body, headers, status, error) => {
    const answer = await ask(gateway, body, headers);
    expect([answer.status, answer.body.error, answer.body.access_token]).toEqual([status, error, undefined]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('www-authenticate')).toBe(
      status === 401 ? 'Basic realm="Platen", charset="UTF-8"' : null,
    );
    expect(JSON.stringify(answer.body)).not.toContain('ptn_');
  });

  test('GET is refused, and the key in an address is not read', async () => {
    const answer = await ask(gateway, '', {}, 'GET');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    const response = await fetch(`${gateway.url}/oauth/token?${good}`, {
      method: 'POST',
      headers: { 'content-type': FORM },
      body: 'grant_type=client_credentials',
    });
    expect(response.status).toBe(401);
  });

  test('RFC 8414: says where it is and what it can', async () => {
    const response = await fetch(`${gateway.url}/.well-known/oauth-authorization-server`);
    expect(await response.json()).toEqual({
      issuer: 'http://localhost:8080',
      token_endpoint: 'http://localhost:8080/oauth/token',
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    });
  });
});

test('C22 attempts are counted per address, those in vain twice', async () => {
  const gateway = await startTestGateway({ RATE_LIMIT_PER_MINUTE: '40' });
  const wrong = good.replace('right', 'wrong');
  expect((await ask(gateway, wrong)).status).toBe(401);
  expect((await ask(gateway, wrong)).status).toBe(401);
  const refused = await ask(gateway, good);
  expect([refused.status, refused.body.error]).toEqual([429, 'temporarily_unavailable']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await gateway.stop();
});

test('C55 while identity is away there is no token, and no word about why', async () => {
  const { ordering, actorAccess } = fakeServices();
  const app: FakeFleet = fakeFleet(1);
  const accessTokens = {
    issue: async () => {
      throw new ServiceUnavailable('identity could not be asked.');
    },
  };
  const fleet = runFake(fleetService(app), app, { actorAccess, accessTokens });
  const gateway = await startTestGateway({}, { services: { fleet, ordering } });
  const answer = await ask(gateway, good);
  expect([answer.status, answer.body.error, answer.headers.get('retry-after')]).toEqual([
    503,
    'temporarily_unavailable',
    '2',
  ]);
  await gateway.stop();
});
