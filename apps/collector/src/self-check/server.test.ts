import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CollectorStatus } from '../status';
import { selfCheckServer } from './server';

const status = new CollectorStatus();
const asked: string[] = [];
const page = selfCheckServer({
  status,
  check: async (address) => {
    asked.push(address);
    return 'is <b>read</b>';
  },
  now: () => new Date(),
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((done) => page.listen(0, '127.0.0.1', done));
  port = (page.address() as AddressInfo).port;
});
afterAll(() => page.close());
beforeEach(() => void asked.splice(0));

interface Got {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

const get = (path: string, headers: Record<string, string> = {}, form?: string) =>
  new Promise<Got>((resolve, reject) => {
    const method = form === undefined ? 'GET' : 'POST';
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(form);
  });
const own = () => ({ origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` });

test('the page is plain, says how it is, and lets nothing in from elsewhere', async () => {
  const { status: code, text, headers } = await get('/');
  expect([code, text]).toEqual([200, expect.stringContaining('not asked yet')]);
  expect(text).not.toMatch(/<script|src=|https?:\/\//);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect([
    (await get('/livez')).status,
    (await get('/readyz')).status,
    (await get('/nothing')).status,
  ]).toEqual([200, 200, 404]);
});

test('an address is tried from this page, and what comes back is text', async () => {
  const { status: code, text } = await get('/test', own(), 'address=10.1.2.3');
  expect([code, asked]).toEqual([200, ['10.1.2.3']]);
  expect(text).toContain('10.1.2.3: is &#60;b&#62;read');
});

test.each([
  ['another site', { origin: 'https://evil.example' }, 403],
  ['no origin', { origin: '' }, 403],
  ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a name that points here', { host: 'evil.example', origin: 'http://evil.example' }, 421],
])('from %s nothing is tried', async (_, headers, code) => {
  expect((await get('/test', { ...own(), ...headers }, 'address=10.1.2.3')).status).toBe(code);
  expect(asked).toEqual([]);
});

test('a form without end is refused', async () => {
  expect((await get('/test', own(), `address=${'1'.repeat(5000)}`)).status).toBe(413);
  expect(asked).toEqual([]);
});
