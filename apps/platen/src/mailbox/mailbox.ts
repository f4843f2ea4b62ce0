import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { MailStore, type StoredMail } from './mail-store';
import { listPage, mailPage } from './pages';

export interface Mailbox {
  readonly smtpUrl: string;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Takes every mail and delivers none: for trying Platen without a mail server. SMTP and a page to read, both on
 * loopback; `/api/messages` gives the same as JSON.
 */
export async function startMailbox(options: { folder: string; port: number }): Promise<Mailbox> {
  const store = new MailStore(options.folder);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 40 * 1024 * 1024,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        store.keep(Buffer.concat(parts));
        done();
      });
      stream.on('error', done);
    },
  });
  smtp.on('error', () => undefined);
  const smtpPort = await new Promise<number>((resolve) => {
    const listener = smtp.listen(0, '127.0.0.1', () => resolve(portOf(listener.address())));
  });
  const http = createServer((request, response) => void answer(store, request, response));
  await new Promise<void>((resolve) => http.listen(options.port, '127.0.0.1', resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://localhost:${portOf(http.address())}`,
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://mailbox');
  const id = /^\/(?:api\/)?messages\/([0-9a-f-]{36})$/.exec(pathname)?.[1];
  if (pathname === '/') return html(response, listPage(await store.list()));
  if (pathname === '/api/messages') return json(response, await store.list());
  if (id) {
    const mail = await store.find(id);
    if (mail) return pathname.startsWith('/api/') ? json(response, mail) : html(response, mailPage(mail));
  }
  response.writeHead(404, { 'content-type': 'text/plain' }).end('No such page.');
}

function html(response: ServerResponse, page: string): void {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:",
      'x-content-type-options': 'nosniff',
    })
    .end(page);
}

function json(response: ServerResponse, body: StoredMail | StoredMail[]): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address ? address.port : 0;
}
