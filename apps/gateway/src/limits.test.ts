import { type Reply, type TestGateway, codeOf, signedInAs, startTestGateway } from '../test/start';

const key = { authorization: 'Bearer key-partner' };
const collector = { authorization: 'Bearer key-collector' };
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const seen = (reply: Reply) => [reply.status, codeOf(reply)];

describe('T2 every limit of C11, at the limit and one above', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({}, { limits: { requestMs: 300 } });
  });
  afterAll(() => gateway.stop());

  test('depth 10', async () => {
    // Depth counts before anything is compared with the schema, so the names need not exist.
    const deep = (levels: number) => `{ ${'a { '.repeat(levels - 1)}b${' }'.repeat(levels - 1)} }`;
    expect(seen(await gateway.query(deep(10)))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(seen(await gateway.query(deep(11)))).toEqual([400, 'DOCUMENT_TOO_DEEP']);
  });

  test('depth through fragments, and fragments that have no end', async () => {
    const chain = `{ ...f } fragment f on Query { a { ...g } } fragment g on Query { ${'a { '.repeat(8)}b${' }'.repeat(8)} c { d } }`;
    expect(seen(await gateway.query(chain))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(
      seen(
        await gateway.query(
          chain
            .replace('on Query { a { ...g', 'on Query { a { a { ...g')
            .replace('fragment g', '} fragment g'),
        ),
      ),
    ).toEqual([400, 'DOCUMENT_TOO_DEEP']);
    expect(seen(await gateway.query('{ ...f } fragment f on Query { fleetMood ...f }'))).toEqual([
      400,
      'DOCUMENT_TOO_DEEP',
    ]);
  });

  test('30 aliases, __typename too, and wherever a fragment is spread', async () => {
    const aliased = (count: number) =>
      `{ ${range(count)
        .map((index) => `a${index}: __typename`)
        .join(' ')} }`;
    expect((await gateway.query(aliased(30))).status).toBe(200);
    expect(seen(await gateway.query(aliased(31)))).toEqual([400, 'TOO_MANY_ALIASES']);
    const spread = `{ ${range(16)
      .map(() => '...two')
      .join(' ')} } fragment two on Query { a: fleetMood b: fleetMood }`;
    expect(seen(await gateway.query(spread))).toEqual([400, 'TOO_MANY_ALIASES']);
  });

  test('10 root fields of a mutation', async () => {
    const fields = (count: number) =>
      `mutation { ${range(count)
        .map((index) => `m${index}: signOut`)
        .join(' ')} }`;
    expect((await gateway.query(fields(10))).status).toBe(200);
    expect(seen(await gateway.query(fields(11)))).toEqual([400, 'TOO_MANY_ROOT_FIELDS']);
  });

  test('T5 one sign-in per request, by alias or by fragment', async () => {
    const one = 'signIn(token: "a-new-session-token")';
    expect((await gateway.query(`mutation { ${one} }`)).status).toBe(200);
    expect(seen(await gateway.query(`mutation { a: ${one} b: ${one} }`))).toEqual([400, 'TOO_MANY_ATTEMPTS']);
    const hidden = `mutation { ...f ...f } fragment f on Mutation { ${one} }`;
    expect(seen(await gateway.query(hidden))).toEqual([400, 'TOO_MANY_ATTEMPTS']);
  });

  test.each([
    'completeSignIn',
    'signInWithPasskey',
    'requestPasswordReset',
    'setPassword',
    'changeMyPassword',
    'confirmEmailChange',
    'undoEmailChange',
    'confirmNotificationEmail',
    'invitationFor',
    'acceptInvitation',
    'applyForAccount',
    'eraseMyAccount',
    'startAuthenticatorApp',
    'confirmAuthenticatorApp',
    'removeAuthenticatorApp',
    'removePasskey',
    'renewRecoveryCodes',
    'guestSignIn',
  ])('T5 %s once per request, and not beside a sign-in', async (field) => {
    // Counted before anything is compared with the schema, so these services need not have the field.
    const one = `${field}(input: { challenge: "x" }) { __typename }`;
    const signIn = 'signIn(token: "a-new-session-token")';
    expect(seen(await gateway.query(`mutation { ${one} }`))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    for (const second of [one, signIn])
      expect(seen(await gateway.query(`mutation { a: ${one} b: ${second} }`))).toEqual([
        400,
        'TOO_MANY_ATTEMPTS',
      ]);
  });

  test('T5 no list of requests in one', async () => {
    const one = { query: 'mutation { signIn(token: "a-new-session-token") }' };
    expect((await gateway.send(JSON.stringify([one, one]))).status).toBe(400);
  });

  test('reading about second factors and passwords is no attempt', async () => {
    const read = '{ viewer { hasSecondFactor mustAddSecondFactor passwordHelp } }';
    expect(seen(await gateway.query(read))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  test('2,000 tokens', async () => {
    // 400 operations of 5 tokens; the second document has one field more.
    const document = range(400)
      .map((index) => `query A${index} { fleetMood }`)
      .join(' ');
    const send = (query: string) => gateway.send(JSON.stringify({ query, operationName: 'A7' }));
    expect((await send(document)).status).toBe(200);
    expect(seen(await send(document.replace('fleetMood', 'fleetMood fleetMood')))).toEqual([
      400,
      'DOCUMENT_TOO_LONG',
    ]);
  });

  test('fragments that double are stopped before anybody walks them', async () => {
    const doubling = range(40).map(
      (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
    );
    const document = `{ ...f0 } ${doubling.join(' ')} fragment f40 on Query { fleetMood }`;
    expect(seen(await gateway.query(document))).toEqual([400, 'DOCUMENT_TOO_LONG']);
  });

  test('cost 1,000 for nobody, 5,000 for people, 10,000 for keys', async () => {
    const paged = (size: number, more: number, headers = {}) =>
      gateway.query(
        `{ devices(first: ${size}) { edges { node { id } } } ${'orderingMood '.repeat(more)} }`,
        headers,
      );
    const cost = (reply: Reply) => reply.body.extensions?.cost;
    expect(cost(await paged(332, 3))).toEqual({ requested: 1000, limit: 1000 });
    expect(seen(await paged(332, 4))).toEqual([400, 'COST_TOO_HIGH']);
    expect(cost(await paged(1665, 4, signedInAs('rossi')))).toEqual({ requested: 5000, limit: 5000 });
    expect(seen(await paged(1665, 5, signedInAs('rossi')))).toEqual([400, 'COST_TOO_HIGH']);
    expect(cost(await paged(3332, 3, key))).toEqual({ requested: 10_000, limit: 10_000 });
    const refused = await paged(3332, 4, key);
    expect(seen(refused)).toEqual([400, 'COST_TOO_HIGH']);
    expect(cost(refused)).toEqual({ requested: 10_001, limit: 10_000 });
  });

  test('a page size in a variable counts like one in the text', async () => {
    const query = 'query($n: Int = 200) { devices(first: $n) { edges { node { id name } } } }';
    const cost = async (variables: Record<string, unknown>) =>
      (await gateway.query(query, signedInAs('rossi'), variables)).body.extensions?.cost;
    expect(await cost({ n: 50 })).toEqual({ requested: 201, limit: 5000 });
    expect(await cost({})).toEqual({ requested: 801, limit: 5000 });
    expect(await cost({ n: 2000 })).toEqual({ requested: 8001, limit: 5000 });
  });

  test('250 items in a list of the variables or of the text; 1,000 for a collector', async () => {
    const echo = (count: number, headers = {}) =>
      gateway.query('query($n: [Int!]!) { echo(numbers: $n) }', headers, { n: range(count) });
    expect((await echo(250)).status).toBe(200);
    expect(seen(await echo(251))).toEqual([400, 'LIST_TOO_LONG']);
    const written = (count: number) => gateway.query(`{ echo(numbers: [${range(count).join(',')}]) }`);
    expect((await written(250)).status).toBe(200);
    expect(seen(await written(251))).toEqual([400, 'LIST_TOO_LONG']);
    expect((await echo(1000, collector)).status).toBe(200);
    expect(seen(await echo(1001, collector))).toEqual([400, 'LIST_TOO_LONG']);
    const nested = gateway.query(
      'query($n: [Int!]!) { echo(numbers: $n) }',
      {},
      { n: { deep: [{ x: range(251) }] } },
    );
    expect(seen(await nested)).toEqual([400, 'LIST_TOO_LONG']);
  });

  test('body 256 KiB, 1 MiB for a collector, whether or not it says its length', async () => {
    const sized = (bytes: number) => {
      const frame = JSON.stringify({ query: '{ fleetMood }', padding: '' });
      return frame.replace('"padding":""', `"padding":"${'x'.repeat(bytes - frame.length)}"`);
    };
    const kib = 1024;
    expect((await gateway.send(sized(256 * kib))).status).toBe(200);
    expect(seen(await gateway.send(sized(256 * kib + 1)))).toEqual([413, 'BODY_TOO_LARGE']);
    expect((await gateway.send(sized(1024 * kib), collector)).status).toBe(200);
    expect(seen(await gateway.send(sized(1024 * kib + 1), collector))).toEqual([413, 'BODY_TOO_LARGE']);
    const stream = new Blob([sized(256 * kib + 1)]).stream();
    const chunked = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(413);
  });

  test('9 errors in an answer', async () => {
    const trouble = (count: number) =>
      gateway.query(`{ devices(first: ${count}) { edges { node { orderTrouble } } } }`, signedInAs('rossi'));
    expect((await trouble(9)).body.errors).toHaveLength(9);
    expect((await trouble(10)).body.errors).toHaveLength(9);
    const unknown = await gateway.query(
      `{ ${range(20)
        .map((index) => `unknown${index}`)
        .join(' ')} }`,
    );
    expect(unknown.body.errors).toHaveLength(9);
  });

  test('a request that takes too long ends with 504', async () => {
    const slow = await startTestGateway({}, { limits: { requestMs: 5 } });
    const reply = await slow.query('{ device(id: "customer-rossi-1") { id } }', signedInAs('rossi'));
    await slow.stop();
    expect(seen(reply)).toEqual([504, 'REQUEST_TIMEOUT']);
  });
});
