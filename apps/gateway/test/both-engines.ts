/**
 * Runs operations through the compiled and the complete engine and prints both answers as JSON lines. A process of
 * its own, because Hive's engine loads ES modules in a way that Jest does not know.
 */
import 'reflect-metadata';
import { Kind, parse } from 'graphql';
import { openGraph } from '../src/engine/graph';
import { actors, fakeServices, fakeSupergraph } from './fakes';

/** What both engines have to agree on. */
const operations: readonly { readonly query: string; readonly variables?: Record<string, unknown> }[] = [
  { query: '{ __typename fleetMood mood: orderingMood }' },
  {
    query:
      '{ devices(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id name room } } } }',
  },
  {
    query:
      '{ devices(first: 3) { edges { node { name supplies { kind levelPercent } lastOrder { id number device { room } } } } } }',
  },
  { query: '{ orders { number device { __typename id lastOrder { number } } } }' },
  { query: '{ a: orders { device { name } } b: orders { n: number device { room } } }' },
  { query: '{ device(id: "customer-rossi-1") { name lastOrder { number } } }' },
  { query: '{ device(id: "customer-bianchi-1") { name lastOrder { number } } }' },
  {
    query:
      'query($m: Boolean!) { devices(first: 2) { edges { node { id name @skip(if: $m) lastOrder @include(if: $m) { number } } } } }',
    variables: { m: true },
  },
  {
    query:
      'query($m: Boolean!) { devices(first: 2) { edges { node { id name @skip(if: $m) lastOrder @include(if: $m) { number } } } } }',
    variables: { m: false },
  },
  {
    query: `mutation($id: ID!) { one: renameDevice(id: $id, name: "x") { __typename
      ... on RenameDeviceSuccess { device { name lastOrder { number } } } ... on UserError { code message } }
      placeOrder(deviceId: $id) { number device { room } } }`,
    variables: { id: 'customer-rossi-0' },
  },
  {
    query:
      'mutation { renameDevice(id: "none", name: "x") { ... on RenameDeviceSuccess { device { name } } ... on UserError { code } } }',
  },
  { query: 'query($numbers: [Int!]! = [1, 2]) { echo(numbers: $numbers) }' },
  { query: '{ brokenField devices(first: 2) { edges { node { id orderTrouble } } } }' },
];

async function main(): Promise<void> {
  const { fleet, ordering } = fakeServices(5);
  const subgraphs = { fleet: fleet.executor(), ordering: ordering.executor() };
  const supergraph = fakeSupergraph();
  const graphs = (['compiled', 'complete'] as const).map((engine) =>
    openGraph(supergraph, subgraphs, engine),
  );
  const actor = actors['session-rossi'];
  if (!actor) throw new Error('no actor');
  for (const { query, variables = {} } of operations) {
    const answers = [];
    for (const graph of graphs) {
      const document = parse(query);
      const [definition] = document.definitions;
      if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
      const run = await graph.prepare({ document, definition });
      const { signal } = new AbortController();
      const withDefaults = { numbers: [1, 2], ...variables };
      answers.push(await run({ variables: withDefaults, actor, clientAddress: null, signal }));
    }
    console.log(JSON.stringify({ query, compiled: answers[0], complete: answers[1] }));
  }
}

void main();
