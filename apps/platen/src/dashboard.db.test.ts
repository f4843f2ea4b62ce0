import 'reflect-metadata';
import { type RunningGateway, startGateway } from '@platen/gateway';
import { statementsOf } from '@platen/testing';
import { type WholeProduct, startWholeProduct } from '../test/whole-product';
import { demoPassword, demoWorld } from './demo/world';

const dashboard = `query Dashboard($first: Int!) {
  viewer { kind rights user { id firstName } customer { id name } }
  devices(first: $first) { edges { node {
    id name state lastSeenAt
    supplies { id color level { state percent at } daysLeft { low high } }
    openTickets { id number status }
    lastOrder { id number status expectedOn }
  } } }
}`;

/** Most statements of a dashboard, transaction control left out. */
const MOST_STATEMENTS = 12;

describe('the web process, whole', () => {
  let product: WholeProduct;
  let gateway: RunningGateway;
  let cookie: string;

  beforeAll(async () => {
    product = await startWholeProduct(demoWorld((customer) => `ptn_${customer.padEnd(43, 'x')}`));
    const { env, log, runtimes } = product;
    gateway = await startGateway({
      env,
      log,
      services: Object.fromEntries(runtimes.map((runtime) => [runtime.name, runtime])),
    });
    cookie = await signIn();
  });
  afterAll(async () => {
    await gateway.stop();
    await product.stop();
  });

  const post = (query: string, variables: object, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });

  async function signIn(): Promise<string> {
    const query = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const input = { email: 'elena.bianchi@rossi.example', password: demoPassword };
    const answer = await post(query, { input });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  async function ask(first: number): Promise<{ devices: number; statements: string[] }> {
    let devices = 0;
    const statements = await statementsOf(async () => {
      const answer = await post(dashboard, { first }, { cookie });
      const body = (await answer.json()) as { data: { devices: { edges: unknown[] } }; errors?: unknown };
      expect(body.errors).toBeUndefined();
      devices = body.data.devices.edges.length;
    });
    return { devices, statements };
  }

  test('a dashboard over four services costs at most 12 statements, however many devices it shows', async () => {
    const [few, many] = [await ask(2), await ask(50)];
    expect([few.devices, many.devices]).toEqual([2, 20]);
    expect(many.statements.length).toBeLessThanOrEqual(MOST_STATEMENTS);
    expect(many.statements).toHaveLength(few.statements.length);
  });
});
