import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { Community } from './credentials';
import { openSession } from './net-snmp-session';
import { DeviceSilentError, RequestBudgetError } from './session';

const SYS_DESCR = '1.3.6.1.2.1.1.1.0';
let device: Socket;
let answer: (request: Buffer) => Buffer | undefined;

beforeEach(async () => {
  device = createSocket('udp4').bind(0, '127.0.0.1');
  device.on('message', (request, from) => {
    const bytes = answer(request);
    if (bytes !== undefined) device.send(bytes, from.port, from.address);
  });
  await once(device, 'listening');
});
afterEach(() => device.close());

const open = (limit = 10) =>
  openSession(
    {
      host: '127.0.0.1',
      port: device.address().port,
      version: '2c',
      credentials: new Community('c'),
      timeoutMs: 40,
      retries: 1,
    },
    { used: 0, limit },
  );

test.each([
  ['nothing', () => undefined],
  ['an empty datagram', () => Buffer.alloc(0)],
  ['noise', () => Buffer.from('not SNMP at all')],
  ['half a message', (request: Buffer) => request.subarray(0, request.length >> 1)],
  [
    'a message with a broken length',
    (request: Buffer) => Buffer.concat([Buffer.from([0x30, 0x84]), request]),
  ],
  ['the request itself', (request: Buffer) => request],
])('a device that answers %s is silent or refusing, and the process lives', async (_, bytes) => {
  answer = bytes;
  const session = await open();
  const outcome = await session.get([SYS_DESCR]).catch((error: unknown) => error);
  session.close();
  const isEmpty = outcome instanceof Map && outcome.size === 0;
  expect(isEmpty || outcome instanceof DeviceSilentError).toBe(true);
});

test('a poll is not asked on without end', async () => {
  answer = () => undefined;
  const session = await open(0);
  await expect(session.get([SYS_DESCR])).rejects.toThrow(RequestBudgetError);
  session.close();
});
