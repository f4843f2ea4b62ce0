import { readFileSync, statSync } from 'node:fs';
import {
  type AuthProtocol,
  Community,
  type PrivProtocol,
  type SnmpCredentials,
  SnmpUser,
} from './credentials';

interface WrittenUser {
  readonly user: string;
  readonly auth?: AuthProtocol;
  readonly authKey: string;
  readonly priv?: PrivProtocol;
  readonly privKey?: string;
}

/**
 * Credentials that a search tries in turn: communities of the environment, and those of a file
 * `{"communities": ["..."], "users": [{"user", "auth", "authKey", "priv", "privKey"}]}`. They never leave this machine.
 * @throws when the file is readable by others or is no such file; the message repeats nothing of it
 */
export function localCredentials(
  communities: readonly string[],
  file: string | undefined,
): SnmpCredentials[] {
  const written = file === undefined ? {} : readSecret(file);
  const named = [...communities, ...(written.communities ?? [])];
  const users = (written.users ?? []).map(toUser);
  const all = [...named.map((name) => new Community(name)), ...users];
  return all.length > 0 ? all : [new Community('public')];
}

interface Written {
  readonly communities?: readonly string[];
  readonly users?: readonly WrittenUser[];
}

function readSecret(file: string): Written {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} holds credentials and is readable by others: chmod 600 it.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Written;
  } catch {
    throw new Error(`${file} is no file of credentials.`);
  }
}

function toUser({ user, auth = 'sha256', authKey, priv = 'aes', privKey }: WrittenUser): SnmpUser {
  const keys = { name: user, auth: { protocol: auth, key: authKey } };
  return new SnmpUser(privKey === undefined ? keys : { ...keys, priv: { protocol: priv, key: privKey } });
}
