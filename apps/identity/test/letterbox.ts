import type { Tx } from '@platen/platform';
import { secretBox } from '@platen/platform';
import { testSecret } from '@platen/testing';

/** A letter as its reader gets it. */
export interface ReceivedLetter {
  readonly name: string;
  readonly to: string;
  readonly locale: string;
  readonly values: Readonly<Record<string, string>>;
  /** null: it leads nowhere */
  readonly path: string | null;
  readonly token: string | null;
}

/** Runs SQL as superuser. */
type Sql = (text: string) => Promise<{ rows: Record<string, unknown>[] }>;

interface StoredData {
  readonly values?: Record<string, string>;
  readonly link?: { readonly url?: string; readonly sealedUrl?: string } | null;
}

/** Letters that identity has written, oldest first, their links opened. */
export async function lettersIn(sql: Sql): Promise<ReceivedLetter[]> {
  const { rows } = await sql('select template, recipient, locale, data from identity.mail order by id');
  return rows.map(({ template, recipient, locale, data }) => {
    const { values = {}, link } = data as StoredData;
    const sealed = link?.sealedUrl;
    const url = new URL(
      sealed ? secretBox(testSecret, 'mail').open(sealed) : (link?.url ?? 'http://nowhere'),
    );
    return {
      name: String(template),
      to: String(recipient),
      locale: String(locale),
      values,
      path: link ? url.pathname : null,
      token: url.hash.slice(1) || null,
    };
  });
}

/** @throws Error when there is none of this name; the token of the newest one */
export async function tokenIn(sql: Sql, name: string, to?: string): Promise<string> {
  const found = (await lettersIn(sql)).findLast(
    (letter) => letter.name === name && (!to || letter.to === to),
  );
  if (!found?.token) throw new Error(`No letter ${name} with a link was written.`);
  return found.token;
}

/** Carries out the jobs of one name that wait in identity's outbox, and takes them out of it. */
export async function runJobs<Payload>(
  sql: Sql,
  asSystem: (run: (tx: Tx) => Promise<void>) => Promise<void>,
  name: string,
  handle: (tx: Tx, payload: Payload) => Promise<void>,
): Promise<void> {
  const { rows } = await sql(
    `with taken as (delete from identity.outbox where kind = 'job' and name = '${name}' returning id, payload)
     select payload from taken order by id`,
  );
  for (const { payload } of rows) await asSystem((tx) => handle(tx, payload as Payload));
}
