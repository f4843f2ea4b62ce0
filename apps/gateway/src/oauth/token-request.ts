/** What a system asks the token endpoint for. */
export interface TokenAsked {
  readonly clientId: string;
  readonly clientSecret: string;
  /** null: everything that the key may do */
  readonly scopes: readonly string[] | null;
}

export type TokenErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable';

/** There is no token, in the words of RFC 6749 section 5.2. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';

  constructor(
    readonly status: number,
    readonly code: TokenErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Section 5.2: 401, and how to identify oneself. */
export function unknownClient(): TokenRefused {
  const headers = { 'www-authenticate': 'Basic realm="Platen", charset="UTF-8"' };
  return new TokenRefused(
    401,
    'invalid_client',
    'This client_id and client_secret are not valid here.',
    headers,
  );
}

const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Reads a request for a token by client credentials (RFC 6749 section 4.4.2). The client identifies itself by HTTP
 * Basic or in the body (section 2.3.1), never in the address, and never in both.
 * @throws TokenRefused
 */
export function readTokenRequest(
  headers: { readonly 'content-type'?: string; readonly authorization?: string },
  body: string,
): TokenAsked {
  if (!FORM.test(headers['content-type'] ?? '')) throw bad('Send application/x-www-form-urlencoded.');
  const form = new URLSearchParams(body);
  const grant = only(form, 'grant_type');
  if (grant === null) throw bad('grant_type is missing.');
  if (grant !== 'client_credentials')
    throw new TokenRefused(400, 'unsupported_grant_type', 'The only grant_type here is client_credentials.');
  const scopes = scopesOf(only(form, 'scope'));
  return { ...clientOf(headers.authorization, only(form, 'client_id'), only(form, 'client_secret')), scopes };
}

/** Section 3.2: a parameter without value counts as left out, and none may come twice. */
function only(form: URLSearchParams, name: string): string | null {
  const values = form.getAll(name);
  if (values.length > 1) throw bad(`${name} was sent twice.`);
  return values[0] ? values[0] : null;
}

function clientOf(authorization: string | undefined, id: string | null, secret: string | null) {
  if (authorization === undefined) {
    if (id === null || secret === null) throw unknownClient();
    return { clientId: id, clientSecret: secret };
  }
  const basic = basicOf(authorization);
  if (secret !== null || (id !== null && id !== basic.clientId))
    throw bad('Identify the client in one way only: by the header or in the body.');
  return basic;
}

/** Both halves are form-encoded before they are joined by a colon (section 2.3.1). */
function basicOf(authorization: string) {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1];
  if (encoded === undefined) throw unknownClient();
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  try {
    return { clientId: decode(id), clientSecret: decode(secret.join(':')) };
  } catch {
    throw unknownClient();
  }
}

/** Section 3.3: words of these characters, with one space between them. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;

function scopesOf(scope: string | null): string[] | null {
  if (scope === null) return null;
  if (!SCOPE.test(scope))
    throw new TokenRefused(400, 'invalid_scope', 'scope is a list of words, with spaces.');
  return scope.split(' ');
}

function bad(message: string): TokenRefused {
  return new TokenRefused(400, 'invalid_request', message);
}
