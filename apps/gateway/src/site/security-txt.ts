import type { ServerResponse } from 'node:http';

const VALID_DAYS = 180;

/** Answers `/.well-known/security.txt` (RFC 9116): where to report a weakness. */
export function answerSecurityText(
  response: ServerResponse,
  contact: string,
  publicUrl: string,
  now: Date,
): void {
  const expires = new Date(now.getTime() + VALID_DAYS * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en, it, nl',
    `Canonical: ${new URL('/.well-known/security.txt', publicUrl)}`,
  ];
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'max-age=86400' });
  response.end(`${lines.join('\n')}\n`);
}
