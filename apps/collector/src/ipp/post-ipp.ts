import { request as requestOpen, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { IppTarget } from './poll-ipp';

/** No answer, or one that breaks off: off, unreachable, or another port. */
export class IppSilentError extends Error {
  constructor(address: string, cause?: unknown) {
    super(`${address} does not answer to IPP (off, unreachable, or another port or path)`, { cause });
    this.name = 'IppSilentError';
  }
}

/** Largest answer that is read: the attributes asked for take some kilobytes. */
const ANSWER_LIMIT_BYTES = 256 * 1024;

/**
 * Posts one IPP request and reads the answer. Certificates of printers are of their own making, so they are not
 * checked: TLS keeps the answer from listeners here, and proves nobody.
 * @throws IppSilentError after the last try
 */
export async function postIpp(
  target: IppTarget,
  body: Buffer,
  { timeoutMs, retries }: { timeoutMs: number; retries: number },
): Promise<Buffer> {
  const address = `${target.host}:${target.port}`;
  let cause: unknown;
  for (let attempt = 0; attempt <= retries; attempt++) {
    try {
      return await postOnce(target, body, timeoutMs);
    } catch (error) {
      cause = error;
    }
  }
  throw new IppSilentError(address, cause);
}

function postOnce(
  { host, port, path, isSecure }: IppTarget,
  body: Buffer,
  timeoutMs: number,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = {
      host,
      port,
      path,
      method: 'POST',
      headers: { 'content-type': 'application/ipp', 'content-length': body.length, connection: 'close' },
      signal: AbortSignal.timeout(timeoutMs),
      rejectUnauthorized: false,
    };
    const answered = (response: IncomingMessage) => void read(response).then(resolve, reject);
    const request = isSecure ? requestSecure(options, answered) : requestOpen(options, answered);
    request.once('error', reject);
    request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Buffer> {
  if (response.statusCode !== 200) {
    response.resume();
    throw new Error(`HTTP status ${response.statusCode}`);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > ANSWER_LIMIT_BYTES) {
      response.destroy();
      throw new Error('the answer is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
