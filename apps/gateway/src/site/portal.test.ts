import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestGateway, startTestGateway } from '../../test/start';

describe('portal and its neighbours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'platen-portal-'));
  const script = `console.log(${JSON.stringify('ink '.repeat(500))});`;
  let gateway: TestGateway;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}${path}`, { headers });
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Platen</title>');
    writeFileSync(join(folder, 'assets', 'index-B1a2C3d4.js'), script);
    writeFileSync(join(folder, '..', 'platen-secret.txt'), 'outside');
    gateway = await startTestGateway({}, { portalDirectory: folder });
  });
  afterAll(async () => {
    await gateway.stop();
    rmSync(folder, { recursive: true });
    rmSync(join(folder, '..', 'platen-secret.txt'));
  });

  test('every page of the router is index.html, asked for again each time', async () => {
    for (const path of ['/', '/devices', '/devices/0197?tab=meters']) {
      const response = await get(path);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await response.text()).toContain('<title>Platen</title>');
    }
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  test.each(['br', 'gzip', 'identity'])(
    'hashed files may be kept for a year, sent as %s',
    async (encoding) => {
      const response = await get('/assets/index-B1a2C3d4.js', { 'accept-encoding': encoding });
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(Number(response.headers.get('content-length')) < script.length).toBe(encoding !== 'identity');
      expect(await response.text()).toBe(script);
    },
  );

  test('C30 pages run only our own scripts and cannot be framed', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy.split(';')).toContain(rule);
    expect(policy).not.toContain('unsafe-eval');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test.each([
    '/assets/missing-B1a2C3d4.js',
    '/../platen-secret.txt',
    '/..%2fplaten-secret.txt',
    '/favicon.ico',
  ])('nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('says where to report a weakness', async () => {
    const response = await get('/.well-known/security.txt');
    expect(await response.text()).toMatch(
      /^Contact: mailto:security@localhost\nExpires: \d{4}-\d{2}-\d{2}T00:00:00.000Z\n/,
    );
  });

  test('C56 health for everybody, metrics only for this machine itself', async () => {
    expect((await get('/livez')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    expect(await (await get('/metrics')).text()).toContain('platen_graphql_request_seconds');
    expect(await (await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).text()).toContain(
      '<title>Platen</title>',
    );
  });
});
