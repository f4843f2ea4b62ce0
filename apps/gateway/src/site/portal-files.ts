import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.txt', '.svg']);

export type Encoding = 'br' | 'gzip' | 'identity';

/** One file of the built portal, in memory. */
export interface PortalFile {
  readonly type: string;
  readonly etag: string;
  /** its name changes with its content, so it may be kept for ever */
  readonly hashed: boolean;
  readonly encodings: readonly Encoding[];
  /** compressed when first asked for, then kept */
  body(encoding: Encoding): Promise<Buffer>;
}

/**
 * Reads the built portal once. Requests are answered from this map, so no path of a request ever reaches the disk.
 * @returns null when the portal is not built
 */
export function readPortal(directory: string): ReadonlyMap<string, PortalFile> | null {
  if (!existsSync(join(directory, 'index.html'))) return null;
  const files = new Map<string, PortalFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(directory, path).split(sep).join('/')}`, portalFile(path));
  }
  return files;
}

/** Vite writes `name-hash.ext` into assets. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

function portalFile(path: string): PortalFile {
  const content = readFileSync(path);
  const extension = extname(path);
  const bodies = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(content)]]);
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    hashed: HASHED.test(path.split(sep).join('/')),
    encodings: compressible.has(extension) ? ['br', 'gzip', 'identity'] : ['identity'],
    body: (encoding) => {
      let body = bodies.get(encoding);
      if (!body) {
        body = compress(content, encoding);
        bodies.set(encoding, body);
      }
      return body;
    },
  };
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(content, { level: 9 });
  // Quality 9 is within a few percent of 11 and ten times as quick: the first visitor waits for it.
  return brotliAsync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
