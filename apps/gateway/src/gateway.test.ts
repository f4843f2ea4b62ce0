import { type TestGateway, codeOf, portal, signedInAs, startTestGateway } from '../test/start';

describe('gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  const others: TestGateway[] = [];
  const another = async (env: Record<string, string>) => {
    const started = await startTestGateway(env);
    others.push(started);
    return started;
  };
  afterAll(() => Promise.all([gateway, ...others].map((one) => one.stop())));

  test('answers a signed-in person from two services in one request', async () => {
    const reply = await gateway.query(
      '{ devices(first: 1) { edges { node { name lastOrder { number } } } } }',
      signedInAs('rossi'),
    );
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      data: {
        devices: {
          edges: [
            { node: { name: 'Printer 0 of customer-rossi', lastOrder: { number: 'N-customer-rossi-0' } } },
          ],
        },
      },
      extensions: { cost: { requested: 6, limit: 5000 } },
    });
  });

  test('takes a key as well, and names the media type that the caller accepts', async () => {
    const reply = await gateway.query('{ orderingMood }', {
      authorization: 'Bearer key-partner',
      accept: 'application/graphql-response+json',
    });
    expect(reply.body.data).toEqual({ orderingMood: 'busy' });
    expect(reply.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  test('C10 masks what went wrong inside, keeps the rest of the answer', async () => {
    const reply = await gateway.query('{ fleetMood brokenField }');
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual({ fleetMood: 'calm', brokenField: null });
    expect(reply.body.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        path: ['brokenField'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: reply.headers.get('x-request-id') },
      },
    ]);
  });

  test('C10 has no introspection in production and suggests no names', async () => {
    const schema = await gateway.query('{ __schema { types { name } } }');
    expect([schema.status, codeOf(schema)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    const typo = await gateway.query('{ fleetMod }');
    expect([typo.status, typo.body.errors?.[0]?.message]).toEqual([
      400,
      'Cannot query field "fleetMod" on type "Query".',
    ]);
  });

  test('shows the schema outside production', async () => {
    const open = await another({ NODE_ENV: 'development' });
    const reply = await open.query('{ __schema { queryType { name } } }');
    expect(reply.body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  test('C12 refuses GET, other content types, batches and what is no GraphQL request', async () => {
    const refused = async (body: string, headers = {}, method = 'POST') => {
      const reply = await gateway.send(body, headers, method);
      return [reply.status, codeOf(reply)];
    };
    const fine = JSON.stringify({ query: '{ fleetMood }' });
    expect(await refused('', {}, 'GET')).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(await refused(fine, { 'content-type': 'text/plain' })).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await refused(`[${fine},${fine}]`)).toEqual([400, 'BAD_REQUEST']);
    expect(await refused('{ "query": ')).toEqual([400, 'BAD_REQUEST']);
    expect(await refused('{}')).toEqual([400, 'BAD_REQUEST']);
    expect(await refused('{ "query": "{ fleetMood" }')).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
    expect(await refused('{ "query": "query A { fleetMood } query B { fleetMood }" }')).toEqual([
      400,
      'OPERATION_NOT_FOUND',
    ]);
  });

  test('C12 refuses pages of other sites, with and without a session', async () => {
    const from = async (headers: Record<string, string>) =>
      (await gateway.query('{ fleetMood }', headers)).status;
    expect(await from({ ...signedInAs('rossi'), origin: portal })).toBe(200);
    expect(await from({ ...signedInAs('rossi'), origin: 'http://127.0.0.1:8080' })).toBe(200);
    expect(await from({ ...signedInAs('rossi'), origin: 'https://evil.example' })).toBe(403);
    expect(await from({ ...signedInAs('rossi'), origin: 'http://localhost:9090' })).toBe(403);
    expect(await from({ ...signedInAs('rossi'), 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ ...signedInAs('rossi'), origin: 'null' })).toBe(403);
    expect(await from({ authorization: 'Bearer key-partner', origin: 'https://erp.example' })).toBe(200);
  });

  test('C7 refuses a key that is not valid, whatever else comes along', async () => {
    for (const authorization of ['Bearer unknown', 'Basic abc', 'Bearer']) {
      const reply = await gateway.query('{ fleetMood }', { authorization, ...signedInAs('rossi') });
      expect([reply.status, codeOf(reply)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  test('C26 an expired session goes on as nobody, its cookie is cleared', async () => {
    const reply = await gateway.query('{ fleetMood orders { number } }', {
      cookie: 'platen_session=long-gone-session',
    });
    expect(reply.status).toBe(200);
    expect(codeOf(reply)).toBe('UNAUTHENTICATED');
    expect(reply.headers.get('set-cookie')).toBe(
      'platen_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  test('C26 sign-in sets the cookie and sign-out clears it, both from the service alone', async () => {
    const signIn = await gateway.query('mutation { signIn(token: "a-new-session-token") }');
    expect(signIn.headers.get('set-cookie')).toMatch(
      /^platen_session=a-new-session-token; Path=\/; HttpOnly; SameSite=Lax; Expires=\w{3}, /,
    );
    expect(signIn.body).toEqual({
      data: { signIn: true },
      extensions: { cost: { requested: 1, limit: 1000 } },
    });
    const signOut = await gateway.query('mutation { signOut }', signedInAs('rossi'));
    expect(signOut.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  test('C26 over https the cookie is bound to the host', async () => {
    const secure = await another({ PLATEN_URL: 'https://portal.example' });
    const reply = await secure.query('mutation { signIn(token: "a-new-session-token") }');
    expect(reply.headers.get('set-cookie')).toMatch(
      /^__Host-platen=a-new-session-token; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/,
    );
    expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    const plain = await secure.query('{ orders { number } }', signedInAs('rossi'));
    expect(codeOf(plain)).toBe('UNAUTHENTICATED');
  });

  test('two tenants with the same document at the same time each get their own', async () => {
    const query = '{ devices(first: 1) { edges { node { id } } } a: device(id: "customer-rossi-1") { id } }';
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        gateway.query(query, signedInAs(index % 2 === 0 ? 'rossi' : 'bianchi')),
      ),
    );
    for (const [index, { body }] of replies.entries()) {
      const own = index % 2 === 0;
      const id = own ? 'customer-rossi-0' : 'customer-bianchi-0';
      expect(body.data).toEqual({
        devices: { edges: [{ node: { id } }] },
        a: own ? { id: 'customer-rossi-1' } : null,
      });
    }
  });

  test('identity is asked once per request', async () => {
    const before = gateway.services.actorAccess.asked;
    await gateway.query('{ fleetMood orderingMood orders { device { name } } }', signedInAs('rossi'));
    expect(gateway.services.actorAccess.asked - before).toBe(1);
  });

  test('a mutation answers with a member of its union and joins another service', async () => {
    const rename = (id: string) =>
      gateway.query(
        `mutation($id: ID!) { renameDevice(id: $id, name: "Hall") {
          __typename ... on RenameDeviceSuccess { device { name lastOrder { number } } } ... on UserError { code } } }`,
        signedInAs('rossi'),
        { id },
      );
    expect((await rename('customer-rossi-0')).body.data).toEqual({
      renameDevice: {
        __typename: 'RenameDeviceSuccess',
        device: { name: 'Hall', lastOrder: { number: 'N-customer-rossi-0' } },
      },
    });
    expect((await rename('customer-bianchi-0')).body.data).toEqual({
      renameDevice: { __typename: 'DeviceNotFoundError', code: 'DEVICE_NOT_FOUND' },
    });
  });

  test('variables that do not fit are the caller’s fault, with one service and with two', async () => {
    const single = await gateway.query(
      'query($n: Int!) { devices(first: $n) { totalCount } }',
      signedInAs('rossi'),
      { n: 'many' },
    );
    expect([single.status, codeOf(single), single.body.data]).toEqual([400, 'BAD_USER_INPUT', undefined]);
    const joined = await gateway.query(
      'query($n: Int!) { orderingMood devices(first: $n) { totalCount } }',
      signedInAs('rossi'),
    );
    expect([joined.status, codeOf(joined), joined.body.data]).toEqual([400, 'BAD_USER_INPUT', undefined]);
  });

  test('C30 API answers are never kept, sniffed, framed or referred to', async () => {
    const { headers } = await gateway.query('{ fleetMood }');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('C22 the address is the socket’s, unless a proxy is named', async () => {
    const ask = (one: TestGateway) =>
      one.query('{ clientAddress }', { 'x-forwarded-for': '203.0.113.7, 10.1.1.1' });
    expect((await ask(gateway)).body.data).toEqual({ clientAddress: '127.0.0.1' });
    const behind = await another({ TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8' });
    expect((await ask(behind)).body.data).toEqual({ clientAddress: '203.0.113.7' });
  });

  test('counts requests per address; strangers get a tenth', async () => {
    const limited = await another({ RATE_LIMIT_PER_MINUTE: '30' });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) statuses.push((await limited.query('{ fleetMood }')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
