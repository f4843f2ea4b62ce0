import { connect } from 'node:net';
import { runsLow } from '../src/demo/world';
import { type Installation, elena, forget, startInstallation, until } from './installation';

const redisUrl = process.env.E2E_REDIS_URL ?? 'redis://127.0.0.1:6379/9';

const topologies = [
  { name: 'one web process', distributed: false },
  { name: 'every app a process', distributed: true },
];
const queues: { name: string; env: Record<string, string> }[] = [
  { name: 'queues in PostgreSQL', env: {} },
  { name: 'queues in Redis', env: { REDIS_URL: redisUrl } },
];

const cases = topologies.flatMap((topology) => queues.map((queue) => ({ ...topology, queue })));

describe.each(cases)('$name, $queue.name', ({ distributed, queue }) => {
  let platen: Installation;
  const needsRedis = 'REDIS_URL' in queue.env;
  let available = true;

  beforeAll(async () => {
    available = !needsRedis || (await answersPing());
    if (available) platen = await startInstallation({ distributed, env: queue.env });
    else if (process.env.PLATEN_NO_SKIP)
      throw new Error('Redis does not answer, and nothing may be skipped here.');
    else process.stdout.write('skipped: no Redis answers at 127.0.0.1:6379\n');
  });
  afterAll(async () => {
    if (!platen) return;
    expect(await forget(platen)).toBe(0);
  });

  test('R51 R54 R55 a printer runs low, the order is placed, confirmed by mail and listed', async () => {
    if (!available) return;
    const cookie = await platen.signIn(elena);
    const query = `{ orders(first: 50) { edges { node { number automatic expectedOn device { name } lines { article { color } } reason { text } } } } }`;
    interface Node {
      number: string;
      automatic: boolean;
      expectedOn: string;
      device: { name: string } | null;
      lines: { article: { color: string } }[];
      reason: { text: string } | null;
    }
    const order = await until(
      'the automatic order',
      async () => {
        const { data } = await platen.ask(query, {}, { cookie });
        const nodes =
          (data as { orders?: { edges: { node: Node }[] } } | null)?.orders?.edges.map((edge) => edge.node) ??
          [];
        return nodes.find(
          (node) => node.device?.name === runsLow.device && node.lines[0]?.article.color === 'MAGENTA',
        );
      },
      150_000,
    );
    expect(order.automatic).toBe(true);
    expect(order.reason?.text).toMatch(/\d+/);
    const mail = await until('the mail', async () =>
      (await platen.mails()).find((each) => each.text.includes(order.number)),
    );
    expect(mail.to).toEqual([elena]);
    expect(mail.subject).toContain(order.number);
    const same = (await platen.mails()).filter((each) => each.text.includes(order.number));
    expect(same).toHaveLength(1);
  });
});

function answersPing(): Promise<boolean> {
  const { hostname, port } = new URL(redisUrl);
  return new Promise((resolve) => {
    const socket = connect(Number(port || 6379), hostname, () => socket.write('PING\r\n'));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}
