import { type Installation, elena, forget, marco, sanne, startInstallation, until } from './installation';

describe('what the door refuses', () => {
  let platen: Installation;
  let cookie: string;

  beforeAll(async () => {
    platen = await startInstallation({ distributed: true });
    cookie = await platen.signIn(elena);
  });
  afterAll(async () => {
    expect(await forget(platen)).toBe(0);
  });

  const codes = (answer: Awaited<ReturnType<Installation['ask']>>) =>
    answer.errors.map((error) => error.extensions?.code);

  test('C23 a wrong password and an unknown address get the same answer', async () => {
    const ask = (email: string) =>
      platen.ask(
        'mutation S($i: SignInInput!) { signIn(input: $i) { __typename ... on UserError { code message } } }',
        {
          i: { email, password: 'not-the-password-at-all' },
        },
      );
    const [wrong, unknown] = [await ask(marco), await ask('nobody@rossi.example')];
    expect(wrong.data).toMatchObject({ signIn: { __typename: 'WrongCredentialsError' } });
    expect(unknown.text).toBe(wrong.text);
  });

  test('a session that does not exist is nobody', async () => {
    const answer = await platen.ask(
      '{ orderSummary { underWay } }',
      {},
      { cookie: `platen_session=${'x'.repeat(43)}` },
    );
    expect(codes(answer)).toContain('UNAUTHENTICATED');
    expect(answer.data?.orderSummary ?? null).toBeNull();
  });

  test('after signing out the cookie opens nothing', async () => {
    const mine = await platen.signIn(sanne);
    expect((await platen.ask('{ viewer { user { email } } }', {}, { cookie: mine })).data).toMatchObject({
      viewer: { user: { email: sanne } },
    });
    await platen.ask('mutation { signOut { ok } }', {}, { cookie: mine });
    expect((await platen.ask('{ viewer { kind } }', {}, { cookie: mine })).data).toEqual({
      viewer: { kind: 'ANONYMOUS' },
    });
  });

  test('C6 a device of another customer looks like one that does not exist', async () => {
    const theirs = await platen.ask(
      '{ devices(first: 1) { edges { node { id } } } }',
      {},
      { cookie: await platen.signIn(sanne) },
    );
    const id = (theirs.data as unknown as { devices: { edges: { node: { id: string } }[] } }).devices.edges[0]
      ?.node.id;
    expect(id).toBeDefined();
    const ask = (device: unknown) =>
      platen.ask(
        'query D($id: ID!) { device(id: $id) { id name openTickets { id } lastOrder { id } } }',
        { id: device },
        { cookie },
      );
    const [foreign, unknown, nonsense] = [
      await ask(id),
      await ask('00000000-0000-7000-8000-000000000000'),
      await ask('drop table device'),
    ];
    expect(foreign.data).toEqual({ device: null });
    expect(unknown.text).toBe(foreign.text);
    expect(nonsense.text).toBe(foreign.text);
  });

  const nested = (depth: number) =>
    `query { __schema { types ${'{ fields { type '.repeat(depth)} { name } ${'} }'.repeat(depth)} } }`;
  const refused: [string, string][] = [
    ['text that is no GraphQL', 'query { viewer '],
    ['a field that does not exist', '{ viewer { shoeSize } }'],
    ['an over-deep document', nested(12)],
    ['an over-long document', `{ ${Array.from({ length: 1100 }, () => 'viewer { kind }').join(' ')} }`],
    [
      'an over-aliased document',
      `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
    ],
    [
      'two sign-ins in one mutation',
      'mutation { a: signIn(input: {email: "a@b.it", password: "x"}) { __typename } b: signIn(input: {email: "a@b.it", password: "y"}) { __typename } }',
    ],
    ['introspection', '{ __schema { queryType { name } } }'],
  ];
  test.each(refused)('C11 refuses %s before it runs', async (_, document) => {
    const answer = await platen.ask(document, {}, { cookie });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(codes(answer)[0]).toEqual(expect.any(String));
    expect(answer.text).not.toMatch(/node_modules|at .*\.js:/);
    process.stdout.write(`refused in ${answer.milliseconds.toFixed(0)} ms: ${_}\n`);
  });

  test('C4 a subgraph without a token of ours answers 401 to everything', async () => {
    const subgraphs = Object.entries(platen.run().internal.subgraphs ?? {});
    expect(subgraphs.map(([name]) => name).sort()).toEqual([
      'billing',
      'fleet',
      'identity',
      'ordering',
      'service-tickets',
    ]);
    for (const [, url] of subgraphs) {
      for (const [path, body] of [
        ['/graphql', '{"query":"{ _service { sdl } }"}'],
        ['/internal/ports/deviceAccess/scopeOf', '{}'],
      ] as const) {
        const answer = await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        expect([path, answer.status]).toEqual([path, 401]);
      }
    }
  });

  test('C12 only JSON by POST, from our own origin', async () => {
    const document = JSON.stringify({ query: '{ viewer { kind } }' });
    const attempt = (init: RequestInit) =>
      fetch(`${platen.url}/graphql`, init).then((answer) => answer.status);
    expect(await attempt({ method: 'GET' })).toBeGreaterThanOrEqual(400);
    expect(
      await attempt({ method: 'POST', headers: { 'content-type': 'text/plain' }, body: document }),
    ).toBeGreaterThanOrEqual(400);
    expect(
      await attempt({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `[${document}]`,
      }),
    ).toBe(400);
    expect(
      await attempt({
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, origin: 'https://evil.example' },
        body: document,
      }),
    ).toBe(403);
    expect(
      await attempt({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query":"${'x'.repeat(300_000)}"}`,
      }),
    ).toBe(413);
  });

  test('a bearer key that is none is refused at the door', async () => {
    expect((await platen.ask('{ viewer { kind } }', {}, { bearer: 'ptn_nonsense' })).status).toBe(401);
  });

  test('R30 a member sees the machines of one site in every list', async () => {
    const his = { cookie: await platen.signIn(marco) };
    const answer = await platen.ask(
      '{ fleetSummary { devices } devices(first: 100) { edges { node { site { city } } } } orders(first: 100) { edges { node { device { site { city } } } } } }',
      {},
      his,
    );
    const data = answer.data as unknown as {
      fleetSummary: { devices: number };
      devices: { edges: { node: { site: { city: string } } }[] };
      orders: { edges: { node: { device: { site: { city: string } } } }[] };
    };
    expect(new Set(data.devices.edges.map((edge) => edge.node.site.city))).toEqual(new Set(['Torino']));
    expect(data.fleetSummary.devices).toBe(data.devices.edges.length);
    const orders = await until('orders of his devices', () =>
      data.orders.edges.length > 0 ? data.orders.edges : null,
    );
    expect(new Set(orders.map((edge) => edge.node.device.site.city))).toEqual(new Set(['Torino']));
  });
});
