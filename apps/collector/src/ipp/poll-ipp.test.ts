import { once } from 'node:events';
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as ipp from 'ipp-encoder';
import { IppAnswerError, pollIpp } from './poll-ipp';
import { IppSilentError } from './post-ipp';

let printer: Server;
let answer: (response: ServerResponse, body: Buffer) => void;
let asked: Buffer[];

beforeEach(async () => {
  asked = [];
  printer = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(Buffer.concat(chunks));
      answer(response, Buffer.concat(chunks));
    });
  }).listen(0, '127.0.0.1');
  await once(printer, 'listening');
});
afterEach(() => new Promise((done) => printer.close(done)));

const poll = (retries = 0, isSecure = false) =>
  pollIpp(
    { host: '127.0.0.1', port: (printer.address() as AddressInfo).port, path: '/ipp/print', isSecure },
    { timeoutMs: 500, retries },
  );

test('one request asks for everything by name', async () => {
  answer = (response) => response.end(encode([]));
  await poll();
  const text = asked[0]?.toString('latin1') ?? '';
  expect(asked).toHaveLength(1);
  for (const name of ['marker-levels', 'printer-supply', 'printer-state-reasons', 'ipp://127.0.0.1:'])
    expect(text).toContain(name);
});

test('a counter is a meter of its own source', async () => {
  answer = (response) =>
    response.end(encode([{ tag: 0x21, name: 'printer-impressions-completed', value: 4711 }]));
  expect((await poll()).meters).toEqual([{ kind: 'total', value: 4711, unit: 'impressions', source: 'ipp' }]);
});

test.each<[string, (response: ServerResponse) => void]>([
  ['a page', (response) => response.end('<html>log in</html>')],
  [
    'half an answer',
    (response) => response.end(encode([{ tag: 0x21, name: 'printer-state', value: 3 }]).subarray(0, 40)),
  ],
])('a device that answers with %s is told so, and the process lives', async (_name, bytes) => {
  answer = bytes;
  const outcome = await poll().catch((error: unknown) => error);
  expect(outcome instanceof IppAnswerError || (outcome as { supplies?: [] }).supplies?.length === 0).toBe(
    true,
  );
});

test.each<[string, (response: ServerResponse) => void]>([
  ['404', (response) => response.writeHead(404).end()],
  ['a redirect', (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
  ['no end', (response) => response.writeHead(200).write('x')],
  ['a megabyte', (response) => response.end(Buffer.alloc(1 << 20))],
  ['a broken line', (response) => response.destroy()],
])('a device that answers with %s is silent to IPP', async (_name, bytes) => {
  answer = bytes;
  await expect(poll()).rejects.toThrow(IppSilentError);
  printer.closeAllConnections();
});

test('a lost answer is asked for again', async () => {
  answer = (response) => (asked.length < 2 ? response.destroy() : response.end(encode([])));
  await poll(2);
  expect(asked).toHaveLength(2);
});

test('nobody there', async () => {
  answer = (response) => response.end();
  await expect(poll(0, true)).rejects.toThrow(IppSilentError);
});

/** An answer with these printer attributes. */
function encode(attributes: { tag: number; name: string; value: unknown }[]): Buffer {
  const { response } = ipp as unknown as { response: { encode(answer: object): Buffer } };
  return response.encode({
    statusCode: 0,
    requestId: 1,
    groups: [
      { tag: 0x01, attributes: [] },
      { tag: 0x04, attributes },
    ],
  });
}
