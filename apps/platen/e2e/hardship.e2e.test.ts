import { SMTPServer } from 'smtp-server';
import { runsLow } from '../src/demo/world';
import { freePort } from '../src/supervisor/free-port';
import { type Installation, elena, forget, startInstallation, until } from './installation';

const magenta = `{ orders(first: 100) { edges { node { number automatic device { name } lines { article { color } } } } } }`;

/** Numbers of the automatic magenta orders of the machine that runs low. */
async function magentaOrders(platen: Installation): Promise<string[]> {
  interface Node {
    number: string;
    automatic: boolean;
    device: { name: string } | null;
    lines: { article: { color: string } }[];
  }
  const { data } = await platen.ask(magenta, {}, { cookie: await platen.signIn(elena) });
  const nodes =
    (data as { orders?: { edges: { node: Node }[] } } | null)?.orders?.edges.map((edge) => edge.node) ?? [];
  return nodes
    .filter(
      (node) =>
        node.automatic && node.device?.name === runsLow.device && node.lines[0]?.article.color === 'MAGENTA',
    )
    .map((node) => node.number);
}

/** A mail server that begins to listen late. */
function startMailServer(port: number): Promise<{ mails: string[]; stop(): Promise<void> }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () =>
      resolve({ mails, stop: () => new Promise((end) => server.close(() => end())) }),
    );
  });
}

describe('T11 killed processes, a mail server that is away, a second start', () => {
  let platen: Installation;
  let smtpPort: number;
  let number: string;

  beforeAll(async () => {
    smtpPort = await freePort();
    platen = await startInstallation({ env: { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` } });
  });
  afterAll(async () => {
    if (platen) await forget(platen);
  });

  test('the order is placed although no mail server answers', async () => {
    const orders = await until(
      'the order',
      async () => {
        const found = await magentaOrders(platen);
        return found.length > 0 ? found : null;
      },
      150_000,
    );
    expect(orders).toHaveLength(1);
    number = orders[0] ?? '';
  });

  test('kill -9 of worker and web loses nothing and doubles nothing', async () => {
    const before = platen.run().pids;
    for (const name of ['worker', 'web', 'sites']) process.kill(before[name] ?? 0, 'SIGKILL');
    const after = await until('new processes', () => {
      const { pids } = platen.run();
      return ['worker', 'web', 'sites'].every((name) => pids[name] && pids[name] !== before[name])
        ? pids
        : null;
    });
    expect(after.launcher).toBe(before.launcher);
    await until('the portal', () =>
      fetch(`${platen.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
    expect(await magentaOrders(platen)).toEqual([number]);
  });

  test('C53 the mail leaves once the mail server is back, one of it', async () => {
    const server = await startMailServer(smtpPort);
    await until('the mail', () => server.mails.some((mail) => mail.includes(number)), 200_000);
    expect(server.mails.filter((mail) => mail.includes(number))).toHaveLength(1);
    await server.stop();
  });

  test('a second start finds everything again', async () => {
    expect(await platen.stop()).toBe(0);
    platen = await startInstallation({
      folder: platen.folder,
      env: { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` },
    });
    expect(await magentaOrders(platen)).toEqual([number]);
    const { data } = await platen.ask(
      '{ fleetSummary { devices planned } }',
      {},
      { cookie: await platen.signIn(elena) },
    );
    expect(data).toEqual({ fleetSummary: { devices: 20, planned: 1 } });
    expect(await platen.stop()).toBe(0);
  });
});
