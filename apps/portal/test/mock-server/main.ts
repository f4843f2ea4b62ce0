import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { graphql } from 'graphql';
import { makeMockGraph, type MockSession } from './graph';

/**
 * Stands in for the gateway while pages are drawn and pictures are taken: the built portal, the strictest
 * content security policy it can live with, and a graph of invented data.
 * Usage: `node -r @swc-node/register main.ts [port]`; `MOCK_NOW` stops its clock at an ISO instant.
 */
const dist = join(__dirname, '../../dist');
const now = process.env.MOCK_NOW ? Date.parse(process.env.MOCK_NOW) : Date.now();
const graph = makeMockGraph(now);
const sessions = new Map<string, MockSession>();
const documents = JSON.parse(
  readFileSync(
    join(__dirname, '../../../../libs/graphql-client/src/generated/persisted-documents.json'),
    'utf8',
  ),
) as Readonly<Record<string, string>>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function sessionOf(request: IncomingMessage, response: ServerResponse): MockSession {
  const key = /(?:^|; )mock=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const known = key === undefined ? undefined : sessions.get(key);
  if (known) return known;
  const fresh: MockSession = { person: undefined };
  const id = randomUUID();
  sessions.set(id, fresh);
  response.setHeader('set-cookie', `mock=${id}; Path=/; HttpOnly; SameSite=Strict`);
  return fresh;
}

async function answerGraph(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { documentId, variables, operationName } = JSON.parse(await bodyOf(request)) as {
    documentId?: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  };
  const source = documents[documentId ?? ''];
  response.setHeader('content-type', 'application/json');
  if (source === undefined) {
    response.statusCode = 400;
    response.end(JSON.stringify({ errors: [{ message: 'unknown document' }] }));
    return;
  }
  const result = await graphql({
    schema: graph.schema,
    source,
    rootValue: graph.rootValue,
    contextValue: sessionOf(request, response),
    variableValues: variables,
    operationName,
  });
  response.end(JSON.stringify(result));
}

/** The built portal as it was at the start, by path: a build that runs meanwhile empties the folder. */
const files = new Map(
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) !== '')
    .map((name) => [`/${name}`, readFileSync(join(dist, name))]),
);

/** A file of the portal; every other address is a page, and the router of the portal finds out which. */
function answerFile(url: string, response: ServerResponse): void {
  const { pathname } = new URL(url, 'http://mock');
  const path = files.has(pathname) ? pathname : '/index.html';
  response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
  response.setHeader('content-security-policy', policy);
  response.end(files.get(path));
}

const server = createServer((request, response) => {
  if (request.method === 'POST' && request.url === '/graphql') {
    answerGraph(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
    return;
  }
  answerFile(request.url ?? '/', response);
});

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`mock portal: http://127.0.0.1:${port}\n`);
});
