import type { SubgraphExecutor } from '@platen/platform';
import { GraphQLError, Kind, parse } from 'graphql';
import { actors, fakeServices, fakeSupergraph } from '../../test/fakes';
import type { Subgraphs } from './engine';
import { openGraph } from './graph';

const supergraph = fakeSupergraph();
const { fleet, ordering } = fakeServices(3);
const alive = { fleet: fleet.executor(), ordering: ordering.executor() };
const broken =
  (message: string): SubgraphExecutor =>
  async () => ({ errors: [new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE' } })] });

async function run(text: string, variables: Record<string, unknown> = {}, subgraphs: Subgraphs = alive) {
  const document = parse(text);
  const definition = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const actor = actors['session-rossi'];
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !actor) throw new Error('no operation or actor');
  const prepared = await openGraph(supergraph, subgraphs).prepare({ document, definition });
  return prepared({ variables, actor, clientAddress: null, signal: new AbortController().signal });
}

describe('compiled engine', () => {
  test('joins entities of two subgraphs, in the order asked', async () => {
    const { data, errors } = await run(
      `query($first: Int) { orderingMood devices(first: $first) {
        pageInfo { hasNextPage } edges { node { lastOrder { number } n: name id } } } }`,
      { first: 2 },
    );
    expect(errors).toEqual([]);
    const [first, second] = [0, 1].map((index) => ({
      lastOrder: index === 0 ? { number: 'N-customer-rossi-0' } : null,
      n: `Printer ${index} of customer-rossi`,
      id: `customer-rossi-${index}`,
    }));
    const expected = {
      orderingMood: 'busy',
      devices: { pageInfo: { hasNextPage: true }, edges: [{ node: first }, { node: second }] },
    };
    expect(JSON.stringify(data)).toBe(JSON.stringify(expected));
  });

  test('asks for each entity once, however often it stands in the answer', async () => {
    const asked: unknown[][] = [];
    const counting: SubgraphExecutor = (request) => {
      asked.push(Object.values(request.variables));
      return alive.fleet(request);
    };
    const { data } = await run(
      '{ a: orders { device { name } } b: orders { id device { name } } }',
      {},
      { ...alive, fleet: counting },
    );
    // Two places in the answer, three devices, one call.
    expect(asked).toHaveLength(1);
    expect(asked.flat(2)).toHaveLength(3);
    expect(data?.a).toContainEqual({ device: { name: 'Printer 0 of customer-rossi' } });
  });

  test('C6 an entity that its owner does not show is null, without a word why', async () => {
    const { data, errors } = await run('{ orders { number device { id name } } }');
    expect(errors).toEqual([]);
    expect(data?.orders).toContainEqual({ number: 'N-somebody-else-7', device: null });
  });

  test('@include, @skip, fragments and merged selections decide per request', async () => {
    const query = `query($more: Boolean!) { devices(first: 1) { edges { node { ...f id @skip(if: $more) } } } }
      fragment f on Device { name @include(if: $more) lastOrder @include(if: $more) { number } lastOrder { id } ... on Device { __typename } }`;
    const node = async (more: boolean) => JSON.stringify((await run(query, { more })).data);
    expect(await node(true)).toBe(
      '{"devices":{"edges":[{"node":{"name":"Printer 0 of customer-rossi","lastOrder":{"number":"N-customer-rossi-0","id":"order-customer-rossi-0"},"__typename":"Device"}}]}}',
    );
    expect(await node(false)).toBe(
      '{"devices":{"edges":[{"node":{"lastOrder":{"id":"order-customer-rossi-0"},"__typename":"Device","id":"customer-rossi-0"}}]}}',
    );
  });

  test('an error inside an entity names its place in the answer', async () => {
    const { data, errors } = await run('{ devices(first: 2) { edges { node { id orderTrouble } } } }');
    expect(data).toMatchObject({
      devices: { edges: [{ node: { orderTrouble: null } }, { node: { orderTrouble: null } }] },
    });
    expect(errors.map(({ path }) => path)).toEqual([
      ['devices', 'edges', 0, 'node', 'orderTrouble'],
      ['devices', 'edges', 1, 'node', 'orderTrouble'],
    ]);
  });

  test('C55 a dead subgraph leaves the rest', async () => {
    const { data, errors } = await run(
      '{ fleetMood orderingMood devices(first: 1) { edges { node { id lastOrder { number } } } } }',
      {},
      { ...alive, ordering: broken('away') },
    );
    expect(data).toEqual({
      fleetMood: 'calm',
      orderingMood: null,
      devices: { edges: [{ node: { id: 'customer-rossi-0', lastOrder: null } }] },
    });
    expect(errors).toEqual([
      { message: 'away', path: ['orderingMood'], extensions: { code: 'SERVICE_UNAVAILABLE' } },
      { message: 'away', path: ['devices', 'edges', 0, 'node'], extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ]);
  });

  test('null where null is not allowed moves up to the nearest place where it is', async () => {
    const nameless: SubgraphExecutor = async (request) => {
      const result = await alive.fleet(request);
      const text = JSON.stringify(result.data).replace('"Printer 1 of customer-rossi"', 'null');
      return { data: JSON.parse(text) };
    };
    const inList = await run(
      '{ orderingMood devices { edges { node { name } } } }',
      {},
      { ...alive, fleet: nameless },
    );
    expect(inList.data).toBeNull();
    const inEdge = await run('{ orders { number device { name } } }', {}, { ...alive, fleet: nameless });
    expect(inEdge.data?.orders).toContainEqual({ number: 'N-customer-rossi-1', device: null });
  });

  test('a failed first mutation does not keep the second from running', async () => {
    const { data } = await run(
      'mutation { a: renameDevice(id: "none", name: "x") { ... on UserError { code } } placeOrder(deviceId: "d") { number } }',
    );
    expect(data).toEqual({ a: { code: 'DEVICE_NOT_FOUND' }, placeOrder: { number: 'N-d' } });
  });
});
