import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword, runsLow } from '../demo/world';
import { freePort } from '../supervisor/free-port';
import { seenInBrowser } from './demo-check-browser';
import type { RunFile } from '../supervisor/run-file';

/** A step of the main job did not happen; says which. */
export class DemoCheckError extends Error {
  override readonly name = 'DemoCheckError';
}

const READY_WITHIN_MS = 120_000;
const ORDER_WITHIN_MS = 150_000;
const MAIL_WITHIN_MS = 60_000;

interface Order {
  readonly number: string;
  readonly automatic: boolean;
  readonly device: { readonly name: string } | null;
  readonly lines: readonly { readonly article: { readonly color: string } }[];
}

interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly to: readonly string[];
}

/**
 * Proves the product's main job from outside: starts the demo on free ports in a temporary folder, signs in
 * through the gateway, waits for the automatic order, its mail and its line in the portal, and stops.
 * @throws DemoCheckError
 */
export async function demoCheck(options: { distributed: boolean }): Promise<void> {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'platen-demo-'));
  const port = await freePort();
  const args = [
    join(__dirname, '..', 'cli.js'),
    'start',
    '--demo',
    ...(options.distributed ? ['--distributed'] : []),
  ];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      PLATEN_PORT: String(port),
      PLATEN_DATA: folder,
      PLATEN_URL: `http://localhost:${port}`,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  let passed = false;
  try {
    const run = await until('the start', READY_WITHIN_MS, () => readyRun(folder));
    const cookie = await signIn(run.addresses.graphql);
    const order = await until('the automatic order', ORDER_WITHIN_MS, () =>
      automaticOrder(run.addresses.graphql, cookie),
    );
    say(`order ${order.number} for ${order.device?.name}`);
    const mail = await until('the confirmation mail', MAIL_WITHIN_MS, () =>
      confirmation(run.addresses.mailbox, order.number),
    );
    say(`mail to ${mail.to.join(', ')}: ${mail.subject}`);
    say(
      await seenInBrowser(
        run.addresses.portal,
        { email: administrator, password: demoPassword },
        order.number,
      ),
    );
    passed = true;
  } finally {
    child.kill('SIGTERM');
    const code = await ended;
    if (passed) rmSync(folder, { recursive: true, force: true });
    else process.stderr.write(`The data are kept in ${folder}\n`);
    if (code !== 0 && passed)
      throw new DemoCheckError(`The start command ended with ${code} instead of stopping cleanly.`);
  }
  say(`main job: ok in ${Math.round((Date.now() - began) / 1000)} s`);
}

const administrator = 'elena.bianchi@rossi.example';

/** run.json, once the processes behind its address answer. */
async function readyRun(folder: string): Promise<RunFile | null> {
  const file = join(folder, 'run.json');
  if (!existsSync(file)) return null;
  const run = JSON.parse(readFileSync(file, 'utf8')) as RunFile;
  const ready = await fetch(`${run.addresses.portal}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
  return ready ? run : null;
}

async function signIn(graphql: string): Promise<string> {
  const query = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on UserError { code message } } }`;
  const answer = await post(graphql, query, { input: { email: administrator, password: demoPassword } });
  const result = ((await answer.json()) as { data?: { signIn?: { __typename: string } } }).data?.signIn
    ?.__typename;
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (result !== 'SignInSuccess' || !cookie)
    throw new DemoCheckError(`Signing in as ${administrator} gave ${result ?? answer.status}.`);
  return cookie;
}

async function automaticOrder(graphql: string, cookie: string): Promise<Order | null> {
  const query = `query { orders(first: 50) { edges { node { number automatic device { name } lines { article { color } } } } } }`;
  const answer = await post(graphql, query, {}, cookie);
  const body = (await answer.json()) as { data?: { orders?: { edges: { node: Order }[] } | null } };
  const orders = body.data?.orders?.edges.map((edge) => edge.node) ?? [];
  const isIt = (order: Order) =>
    order.automatic &&
    order.device?.name === runsLow.device &&
    order.lines.some((line) => line.article.color === runsLow.color.toUpperCase());
  return orders.find(isIt) ?? null;
}

async function confirmation(mailbox: string | null, number: string): Promise<Mail | null> {
  if (!mailbox)
    throw new DemoCheckError('SMTP_URL is set: the mail went there, and this check cannot read it.');
  const mails = (await fetch(`${mailbox}/api/messages`).then((answer) => answer.json())) as Mail[];
  return mails.find((mail) => mail.text.includes(number)) ?? null;
}

function post(url: string, query: string, variables: unknown, cookie?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie, origin: new URL(url).origin }) },
    body: JSON.stringify({ query, variables }),
  });
}

async function until<T>(what: string, withinMs: number, look: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new DemoCheckError(`main job: failed: ${what} did not come within ${withinMs / 1000} s`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
