import {
  type Actor,
  type RunningServer,
  type ServiceName,
  ServiceClient,
  anonymous,
  remoteAccessTokens,
  remoteActorAccess,
  remoteDeviceAccess,
  signActor,
} from '@platen/platform';
import { SignJWT } from 'jose';
import { actors, fakeAccessTokens, fakeServices, silent, testSecret } from '../test/fakes';
import { type TestGateway, serveFake, signedInAs, startTestGateway } from '../test/start';

const rossi: Actor = actors['session-rossi'] ?? anonymous('', 'en');

describe('services in processes of their own', () => {
  const services = fakeServices();
  let fleet: RunningServer;
  let ordering: RunningServer;
  let local: TestGateway;
  let remote: TestGateway;
  beforeAll(async () => {
    fleet = await serveFake(services.fleet);
    ordering = await serveFake(services.ordering);
    local = await startTestGateway();
    remote = await startTestGateway({ FLEET_URL: fleet.url, ORDERING_URL: ordering.url });
  });
  afterAll(() => Promise.all([local, remote, fleet, ordering].map((one) => one.stop())));

  test.each([
    [
      'a join',
      '{ orderingMood devices(first: 5) { totalCount edges { node { name lastOrder { number } } } } }',
    ],
    ['errors inside', '{ brokenField devices(first: 2) { edges { node { orderTrouble } } } }'],
    ['a missing right', 'mutation { recordPolls(values: [1]) }'],
    ['bad input for the service', '{ devices(first: 101) { totalCount } }'],
    [
      'a mutation with a union',
      'mutation { renameDevice(id: "x", name: "y") { ... on UserError { code message } } }',
    ],
  ])('%s: both transports give the same answer', async (_, query) => {
    const [here, there] = await Promise.all(
      [local, remote].map((gateway) =>
        gateway.query(query, { ...signedInAs('rossi'), 'x-request-id': 'the-same-id' }),
      ),
    );
    expect(there?.status).toBe(here?.status);
    expect(there?.body).toEqual(here?.body);
  });

  test('sessions, addresses and variables that do not fit pass between processes', async () => {
    const signIn = await remote.query('mutation { signIn(token: "a-new-session-token") }');
    expect(signIn.headers.get('set-cookie')).toContain('platen_session=a-new-session-token;');
    expect(signIn.body.extensions).toEqual({ cost: { requested: 1, limit: 1000 } });
    expect((await remote.query('{ clientAddress }')).body.data).toEqual({ clientAddress: '127.0.0.1' });
    const wrong = await remote.query('query($n: [Int!]!) { echo(numbers: $n) }', {}, { n: ['x'] });
    expect([wrong.status, wrong.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('C55 a service that went away leaves the rest, and readiness says so', async () => {
    const dying = await serveFake(services.ordering);
    const gateway = await startTestGateway({ FLEET_URL: fleet.url, ORDERING_URL: dying.url });
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    await dying.stop();
    const reply = await gateway.query('{ fleetMood orderingMood }');
    expect(reply.body.data).toEqual({ fleetMood: 'calm', orderingMood: null });
    expect(reply.body.errors?.[0]).toMatchObject({
      path: ['orderingMood'],
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
    await gateway.stop();
  });

  test('a service that does not answer in time is given up, here and there', async () => {
    const everywhere: Record<string, string>[] = [{}, { FLEET_URL: fleet.url, ORDERING_URL: ordering.url }];
    for (const env of everywhere) {
      const impatient = await startTestGateway(env, { limits: { callMs: 5 } });
      const reply = await impatient.query('{ device(id: "customer-rossi-1") { id } }', signedInAs('rossi'));
      expect(reply.body.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
      await impatient.stop();
    }
  });

  describe('T3 a subgraph refuses', () => {
    const ask = async (authorization: string | null, query = '{ _service { sdl } }') => {
      const response = await fetch(`${fleet.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: JSON.stringify({ query }),
      });
      return response.status;
    };
    const signed = (secret: string, audience: ServiceName) => signActor(rossi, audience, secret);

    test('everything but a fresh token of ours for this service', async () => {
      expect(await ask(`Bearer ${await signed(testSecret, 'fleet')}`)).toBe(200);
      expect(await ask(null)).toBe(401);
      expect(await ask('Bearer nonsense')).toBe(401);
      expect(await ask(`Bearer ${await signed(testSecret, 'ordering')}`)).toBe(401);
      expect(await ask(`Bearer ${await signed('another secret, long enough for the rules', 'fleet')}`)).toBe(
        401,
      );
    });

    test('an expired token', async () => {
      const token = await signed(testSecret, 'fleet');
      jest.useFakeTimers({
        doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'],
        now: Date.now() + 61_000,
      });
      expect(await ask(`Bearer ${token}`)).toBe(401);
      jest.useRealTimers();
    });

    test('alg none and a changed tenant', async () => {
      const [header = '', payload = '', signature = ''] = (await signed(testSecret, 'fleet')).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const other = encode({ ...claims, customerId: '00000000-0000-7000-8000-000000000002' });
      expect(await ask(`Bearer ${header}.${other}.${signature}`)).toBe(401);
      expect(await ask(`Bearer ${encode({ alg: 'none' })}.${payload}.`)).toBe(401);
      const guessed = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(Buffer.from(testSecret));
      expect(await ask(`Bearer ${guessed}`)).toBe(401);
    });

    test('questions at its ports, and shows strangers no detail of its health', async () => {
      const port = await fetch(`${fleet.url}/internal/ports/actorAccess/resolve`, { method: 'POST' });
      expect(port.status).toBe(401);
      expect(await (await fetch(`${fleet.url}/readyz`)).text()).toBe('ready');
    });

    test('introspection, batches and GET, even with a token', async () => {
      const bearer = `Bearer ${await signed(testSecret, 'fleet')}`;
      expect(await ask(bearer, '{ __schema { types { name } } }')).toBe(400);
      const get = await fetch(`${fleet.url}/graphql?query={fleetMood}`, {
        headers: { authorization: bearer },
      });
      expect(get.status).toBe(404);
    });
  });

  describe('ports', () => {
    const client = (url: string, service: ServiceName, secret = testSecret) =>
      new ServiceClient({ service, url, secret, log: silent, limitMs: 500 });
    const credentials = { sessionToken: null, bearer: null, acceptLanguage: null, requestId: 'request-1' };

    test('identity says who a credential is, over HTTP as in process', async () => {
      const { actorAccess } = services.fleet.ports;
      const server = await serveFake({
        ...services.fleet,
        name: 'identity',
        ports: { ...(actorAccess && { actorAccess }) },
      });
      const identity = client(server.url, 'identity');
      const access = remoteActorAccess(identity, testSecret);
      expect(await access.resolve(credentials)).toEqual({ ...anonymous('request-1', 'en') });
      expect(await access.resolve({ ...credentials, sessionToken: 'unknown' })).toBeNull();
      await identity.stop();
      await server.stop();
    });

    test('identity exchanges keys for tokens, over HTTP as in process', async () => {
      const server = await serveFake({
        ...services.fleet,
        name: 'identity',
        ports: { accessTokens: fakeAccessTokens },
      });
      const identity = client(server.url, 'identity');
      const tokens = remoteAccessTokens(identity);
      const asked = { clientId: 'erp', clientSecret: 'ptn_right', scopes: ['order:read'], requestId: 'r' };
      for (const request of [asked, { ...asked, clientSecret: 'wrong' }, { ...asked, scopes: ['moon:land'] }])
        expect(await tokens.issue(request)).toEqual(await fakeAccessTokens.issue(request));
      await identity.stop();
      await server.stop();
    });

    test('who sees which device is asked about oneself, kept for a second per actor, and closed when fleet is away', async () => {
      const asked: (string | null)[] = [];
      const deviceAccess = {
        scopeOf: async (actor: { id: string | null }) => {
          asked.push(actor.id);
          return { all: false as const, deviceIds: [`device of ${actor.id}`] };
        },
      };
      const server = await serveFake({ ...services.fleet, ports: { deviceAccess } });
      const owner = client(server.url, 'fleet');
      const access = remoteDeviceAccess(owner);
      const customerId = '00000000-0000-7000-8000-000000000001';
      const person = (id: string) => ({ ...rossi, id, customerId, branchId: customerId, sessionId: id });
      expect(await access.scopeOf(person('anna'))).toEqual({ all: false, deviceIds: ['device of anna'] });
      expect(await access.scopeOf(person('anna'))).toEqual({ all: false, deviceIds: ['device of anna'] });
      expect(await access.scopeOf(person('bea'))).toEqual({ all: false, deviceIds: ['device of bea'] });
      expect(asked).toEqual(['anna', 'bea']);
      await server.stop();
      await expect(access.scopeOf(person('carla'))).rejects.toThrow('fleet could not be asked.');
      await owner.stop();
    });
  });
});
