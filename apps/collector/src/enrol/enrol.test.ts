import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { settingsFromEnvironment } from '../config';
import { localCredentials } from '../snmp/local-credentials';
import { ENROL_DOCUMENT_ID, enrol } from './enrol';
import { readEnrolment } from './enrolment-file';

let folder: string;
let answer: object;
const bodies: Record<string, unknown>[] = [];
const gateway = createServer((request, response) => {
  let text = '';
  request.on('data', (part: Buffer) => (text += part.toString()));
  request.on('end', () => {
    bodies.push({ ...JSON.parse(text), authorization: request.headers.authorization });
    response.end(JSON.stringify({ data: { enrolCollector: answer } }));
  });
});
const url = () => `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
beforeAll(() => new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done)));
afterAll(() => gateway.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enrol-'));
  bodies.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a code becomes a key in a file for its owner alone, and the collector starts with it', async () => {
  answer = { collectorId: 'c1', name: 'Cellar', key: 'ptn_secret-key' };
  const state = join(folder, 'state');
  await enrol({ url: url(), code: '7KQM-2XW8-01ZD', allowHttp: false }, state);
  expect(bodies).toEqual([
    {
      documentId: ENROL_DOCUMENT_ID,
      operationName: 'EnrolCollector',
      variables: { input: { code: '7KQM-2XW8-01ZD' } },
      authorization: undefined,
    },
  ]);
  expect(statSync(join(state, 'enrolment.json')).mode & 0o777).toBe(0o600);
  expect(settingsFromEnvironment({}, readEnrolment(state))).toMatchObject({
    url: url(),
    key: 'ptn_secret-key',
  });
});

test('a refused code leaves nothing and says why; an open address is never asked', async () => {
  answer = { code: 'ENROLMENT_CODE_INVALID', message: 'This code does not work.' };
  const asked = { url: url(), code: 'AAAA-AAAA-AAAA', allowHttp: false };
  await expect(enrol(asked, folder)).rejects.toThrow('This code does not work.');
  await expect(enrol({ ...asked, url: 'http://platen.example' }, folder)).rejects.toThrow('must be https');
  expect(readEnrolment(folder)).toBeNull();
  expect(() => settingsFromEnvironment({}, null)).toThrow('enrol --url');
});

test('a damaged file is said so without its text', () => {
  writeFileSync(join(folder, 'enrolment.json'), '{"key":"ptn_half');
  expect(() => readEnrolment(folder)).toThrow(/damaged/);
  expect(() => readEnrolment(folder)).not.toThrow(/ptn_half/);
});

test('credentials of printers lie in a file that nobody else reads, and print as nothing', () => {
  const file = join(folder, 'credentials.json');
  const user = { user: 'monitor', authKey: 'auth-phrase', privKey: 'priv-phrase' };
  writeFileSync(file, JSON.stringify({ communities: ['hush'], users: [user] }), { mode: 0o600 });
  const credentials = localCredentials(['public'], file);
  expect(credentials).toHaveLength(3);
  expect(inspect(credentials) + JSON.stringify(credentials)).not.toMatch(/hush|monitor|phrase|public/);
  chmodSync(file, 0o644);
  expect(() => localCredentials([], file)).toThrow('chmod 600');
  chmodSync(file, 0o600);
  writeFileSync(file, 'hush');
  expect(() => localCredentials([], file)).not.toThrow(/hush/);
});
