import { schemaChanges } from './changes';
import { CompositionFailed, type Subgraph, compose } from './compose';
import { brittleEdges } from './edges';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const fleet: Subgraph = {
  name: 'fleet',
  sdl: `${link} type Query { device(id: ID!): Device } type Device @key(fields: "id") { id: ID! name: String! model: String! }`,
};
const ordering = (fields: string): Subgraph => ({
  name: 'ordering',
  sdl: `${link} type Query { order: Order }
    type Order @key(fields: "id") { id: ID! number: String! device: Device }
    type Device @key(fields: "id") { id: ID! ${fields} }`,
});

describe('schema tools', () => {
  test('compose two services into one graph and one public schema', () => {
    const { supergraph, api } = compose([fleet, ordering('lastOrder: Order')]);
    expect(supergraph).toContain('@join__graph(name: "fleet"');
    expect(api).toContain('lastOrder: Order\n');
    expect(api).not.toContain('join__');
  });

  test('say in one line each why services do not fit together', () => {
    const clash = () => compose([fleet, ordering('name: Int')]);
    expect(clash).toThrow(CompositionFailed);
    expect(clash).toThrow(/INVALID_FIELD_SHARING|FIELD_TYPE_MISMATCH/);
    expect(() => compose([{ name: 'fleet', sdl: 'type {' }])).toThrow('The schema of fleet is not GraphQL');
  });

  test('C55 find edges between services that a dead one would tear down with it', () => {
    expect(brittleEdges([fleet, ordering('lastOrder: Order')])).toEqual([]);
    expect(brittleEdges([fleet, ordering('orders: [Order!]!')])).toEqual([
      'Device.orders: ordering adds it to an entity of fleet, so it has to be nullable',
    ]);
    const strict = ordering('lastOrder: Order');
    expect(
      brittleEdges([fleet, { ...strict, sdl: strict.sdl.replace('device: Device', 'device: Device!') }]),
    ).toEqual(['Order.device: leads from ordering to Device of fleet, so it has to be nullable']);
  });

  test('list what users of the graph will notice, the worst first', async () => {
    const changes = await schemaChanges('type Query { a: Int b: Int }', 'type Query { a: Int! c: Int }');
    expect(changes.map(({ level }) => level)).toEqual(['breaking', 'harmless', 'harmless']);
    expect(changes[0]?.message).toBe("Field 'b' was removed from object type 'Query'");
  });
});
