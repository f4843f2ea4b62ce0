import type { SessionChange } from '@platen/platform';

/** How the portal's session travels: one cookie that scripts cannot read (threats C26). */
export interface SessionCookie {
  read(header: string | undefined): string | null;
  /** value of `Set-Cookie` that opens or ends the session */
  write(change: SessionChange): string;
}

/** Sessions are opaque tokens; anything else in the cookie is not one of ours. */
const TOKEN = /^[\w.~-]{16,512}$/;

/**
 * Over https the name's prefix makes browsers keep it to this very host and to https. Plain http (a demo on
 * localhost) cannot have that, and gets a name of its own so that neither is taken for the other.
 */
export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = new URL(publicUrl).protocol === 'https:';
  const name = secure ? '__Host-platen' : 'platen_session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: (header) => {
      for (const part of header?.split(';') ?? []) {
        const at = part.indexOf('=');
        if (part.slice(0, at).trim() !== name) continue;
        const value = part.slice(at + 1).trim();
        return value === '' ? null : value;
      }
      return null;
    },
    write: (change) => {
      if (change.token === null) return `${name}=; ${attributes}; Max-Age=0`;
      if (!TOKEN.test(change.token))
        throw new Error('A session token has characters that no cookie can hold.');
      return `${name}=${change.token}; ${attributes}; Expires=${new Date(change.expiresAt).toUTCString()}`;
    },
  };
}
