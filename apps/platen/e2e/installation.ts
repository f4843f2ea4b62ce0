import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunFile } from '../src/supervisor/run-file';
import { demoPassword } from '../src/demo/world';
import { freePort } from '../src/supervisor/free-port';

export const elena = 'elena.bianchi@rossi.example';
export const marco = 'marco.conti@rossi.example';
export const sanne = 'sanne.devries@vandijk.example';

export interface GraphqlAnswer {
  readonly status: number;
  readonly milliseconds: number;
  readonly data: Record<string, never> | null;
  readonly errors: { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly text: string;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly to: string[];
  readonly messageId: string;
}

/** A running demo, started like a person would, on free ports in a folder of its own. */
export interface Installation {
  readonly folder: string;
  readonly url: string;
  run(): RunFile;
  /** Posts a document as somebody; `as` is a cookie or a bearer key. */
  ask(query: string, variables?: unknown, as?: { cookie?: string; bearer?: string }): Promise<GraphqlAnswer>;
  /** @returns the session's cookie */
  signIn(email: string, password?: string): Promise<string>;
  mails(): Promise<Mail[]>;
  /** key of the demo's collector at a customer */
  collectorKey(customer: 'rossi' | 'verdi' | 'vandijk'): string;
  stop(): Promise<number>;
}

export interface InstallationOptions {
  readonly distributed?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** a folder of an earlier installation, to start it again */
  readonly folder?: string;
}

// Starting and waiting for what the demo does takes longer than other tests.
jest.setTimeout(240_000);

const root = join(__dirname, '..', '..', '..');

/** Starts the demo and waits until it is ready. @throws Error with its output when it is not within 2 minutes */
export async function startInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'platen-e2e-'));
  const port = await freePort();
  const args = [
    join(root, 'apps/platen/bin/platen.js'),
    'start',
    '--demo',
    ...(options.distributed ? ['--distributed'] : []),
  ];
  const child = spawn(process.execPath, args, {
    env: {
      ...withoutJest(),
      ...options.env,
      PLATEN_PORT: String(port),
      PLATEN_DATA: folder,
      PLATEN_URL: `http://localhost:${port}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  await Promise.race([
    until('the start', () => output().includes('Ready in'), 120_000),
    ended.then((code) => {
      throw new Error(`The start ended with ${code}:\n${output()}`);
    }),
  ]).catch(async (error: unknown) => {
    child.kill('SIGTERM');
    throw new Error(`${String(error)}\n${output()}`);
  });
  return installation(child, ended, folder, `http://localhost:${port}`);
}

/** Ends an installation, if it still runs, and removes what it kept. @returns the code of its end */
export async function forget(installed: Installation): Promise<number> {
  const code = await installed.stop();
  rmSync(installed.folder, { recursive: true, force: true });
  return code;
}

/** Looks again and again until it is so. @throws Error naming what did not happen in time */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  withinMs = 60_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function installation(
  child: ChildProcess,
  ended: Promise<number>,
  folder: string,
  url: string,
): Installation {
  const readJson = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const run = () => readJson<RunFile>('run.json');
  const send = (query: string, variables: unknown, as: { cookie?: string; bearer?: string }) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(as.cookie && { cookie: as.cookie, origin: url }),
        ...(as.bearer && { authorization: `Bearer ${as.bearer}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
  return {
    folder,
    url,
    run,
    ask: async (query, variables = {}, as = {}) => {
      const began = performance.now();
      const answer = await send(query, variables, as);
      const text = await answer.text();
      const body = parsed(text);
      return {
        status: answer.status,
        milliseconds: performance.now() - began,
        data: body.data ?? null,
        errors: body.errors ?? [],
        text,
      };
    },
    signIn: async (email, password = demoPassword) => {
      const query = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }';
      const answer = await send(query, { input: { email, password } }, {});
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
      if (!cookie) throw new Error(`No session for ${email}: ${await answer.text()}`);
      return cookie;
    },
    mails: async () => {
      const { mailbox } = run().addresses;
      if (!mailbox) return [];
      return (await fetch(`${mailbox}/api/messages`)).json() as Promise<Mail[]>;
    },
    collectorKey: (customer) =>
      readJson<{ collectorKeys: Record<string, string> }>('demo.json').collectorKeys[customer] ?? '',
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function parsed(text: string): Partial<Pick<GraphqlAnswer, 'data' | 'errors'>> {
  try {
    return JSON.parse(text) as Partial<Pick<GraphqlAnswer, 'data' | 'errors'>>;
  } catch {
    return {};
  }
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (text += part.toString()));
  return () => text;
}

/** Jest's own variables would change how a process behaves that a person starts without them. */
function withoutJest(): NodeJS.ProcessEnv {
  const { NODE_ENV: _node, JEST_WORKER_ID: _worker, TEST_DATABASE_URL: _database, ...rest } = process.env;
  return rest;
}
