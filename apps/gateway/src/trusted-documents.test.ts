import { actors } from '../test/fakes';
import { type TestGateway, codeOf, signedInAs, startTestGateway } from '../test/start';

const known = `sha256:${'a'.repeat(64)}`;
const broken = `sha256:${'b'.repeat(64)}`;
/** More than open documents may be: deeper in aliases, dearer than anonymous may pay. */
const large = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: __typename`).join(' ')} }`;
const largeId = `sha256:${'c'.repeat(64)}`;

describe('trusted documents', () => {
  const options = {
    trustedDocuments: {
      [known]: 'query Mood($first: Int! = 1) { fleetMood devices(first: $first) { edges { node { id } } } }',
      [broken]: '{ fieldOfLastYear }',
      [largeId]: large,
    },
  };
  let everyone: TestGateway;
  let keysOnly: TestGateway;
  beforeAll(async () => {
    everyone = await startTestGateway({}, options);
    keysOnly = await startTestGateway({ OPEN_DOCUMENTS: 'keys' }, options);
  });
  afterAll(() => Promise.all([everyone.stop(), keysOnly.stop()]));
  const byId = (gateway: TestGateway, documentId: string, headers = {}, more = {}) =>
    gateway.send(JSON.stringify({ documentId, ...more }), headers);

  test('run by their id, with variables and defaults, without a price', async () => {
    const reply = await byId(everyone, known, signedInAs('rossi'), { operationName: 'Mood', variables: {} });
    expect(reply.body).toEqual({
      data: { fleetMood: 'calm', devices: { edges: [{ node: { id: 'customer-rossi-0' } }] } },
    });
    expect((await byId(everyone, largeId)).status).toBe(200);
  });

  test('are refused when unknown, or when the graph does not know them any more', async () => {
    for (const id of [`sha256:${'0'.repeat(64)}`, broken, '__proto__', '']) {
      const reply = await byId(everyone, id);
      expect([id, reply.status, codeOf(reply)]).toEqual([id, 400, 'DOCUMENT_NOT_FOUND']);
    }
  });

  test('come alone: never with a text', async () => {
    const reply = await byId(everyone, known, {}, { query: '{ fleetMood }' });
    expect([reply.status, codeOf(reply)]).toEqual([400, 'BAD_REQUEST']);
  });

  test('are all that runs for people where open documents are for keys', async () => {
    expect((await byId(keysOnly, known, signedInAs('rossi'))).status).toBe(200);
    const open = await keysOnly.query('{ fleetMood }', signedInAs('rossi'));
    expect([open.status, codeOf(open)]).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
    expect((await keysOnly.query('{ fleetMood }', { authorization: 'Bearer key-partner' })).status).toBe(200);
  });

  test('keep actors apart: the same id at the same time answers each with its own', async () => {
    const names = Object.keys(actors).map((token) => token.replace('session-', '') as 'rossi' | 'bianchi');
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => names)
        .flat()
        .map(async (name) => ({ name, reply: await byId(everyone, known, signedInAs(name)) })),
    );
    for (const { name, reply } of replies)
      expect(reply.body.data?.devices).toEqual({ edges: [{ node: { id: `customer-${name}-0` } }] });
  });
});
