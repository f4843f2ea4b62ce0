import type { ServerResponse } from 'node:http';
import { TOKEN_PATH } from './token-route';

/** Where libraries look for the token endpoint (RFC 8414). */
export const METADATA_PATH = '/.well-known/oauth-authorization-server';

/** Answers what this authorization server can do: client credentials and nothing else. */
export function answerMetadata(response: ServerResponse, publicUrl: string): void {
  const metadata = {
    issuer: new URL(publicUrl).origin,
    token_endpoint: new URL(TOKEN_PATH, publicUrl).toString(),
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  };
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'max-age=3600',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(metadata));
}
