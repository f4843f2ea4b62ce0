import { Kind, parse } from 'graphql';
import { actors, fakeServices, fakeSupergraph } from '../../test/fakes';
import { openGraph } from './graph';
import type { Subgraphs } from './engine';

const supergraph = fakeSupergraph();
const { fleet, ordering } = fakeServices(3);
const alive: Subgraphs = { fleet: fleet.executor(), ordering: ordering.executor() };

async function run(text: string, variables: Record<string, unknown> = {}, subgraphs = alive) {
  const document = parse(text);
  const definition = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const prepared = await openGraph(supergraph, subgraphs).prepare({ document, definition });
  const actor = actors['session-rossi'];
  if (!actor) throw new Error('no actor');
  return prepared({ variables, actor, clientAddress: null, signal: new AbortController().signal });
}

describe('compiled engine', () => {
  test('joins entities of two subgraphs, in the order asked', async () => {
    const { data, errors } = await run(
      `query($first: Int) { orderingMood devices(first: $first) { pageInfo { hasNextPage } edges { node { lastOrder { number } n: name id } } } }`,
      { first: 2 },
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        orderingMood: 'busy',
        devices: {
          pageInfo: { hasNextPage: true },
          edges: [
            {
              node: {
                lastOrder: { number: 'N-customer-rossi-0' },
                n: 'Printer 0 of customer-rossi',
                id: 'customer-rossi-0',
              },
            },
            { node: { lastOrder: null, n: 'Printer 1 of customer-rossi', id: 'customer-rossi-1' } },
          ],
        },
      }),
    );
  });
});
