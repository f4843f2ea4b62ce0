import { secretBox } from '@platen/platform';
import { testSecret } from '@platen/testing';

/** A mail as it waits for the worker, its link opened. */
export interface SentMail {
  readonly template: string;
  readonly recipient: string;
  readonly locale: string;
  readonly values: Readonly<Record<string, string>>;
  readonly firstName: string | null;
  readonly link: string | null;
  /** what follows `#` in the link */
  readonly token: string | null;
}

interface MailRow {
  readonly template: string;
  readonly recipient: string;
  readonly locale: string;
  readonly data: {
    readonly name: string | null;
    readonly values: Record<string, string>;
    readonly link: { readonly url?: string; readonly sealedUrl?: string } | null;
  };
}

/** All mails that identity wrote, oldest first. @param sql  as superuser */
export async function sentMails(sql: (text: string) => Promise<{ rows: unknown[] }>): Promise<SentMail[]> {
  const { rows } = await sql(
    'select template, recipient, locale, data from identity.mail order by created_at, recipient',
  );
  const box = secretBox(testSecret, 'mail');
  return (rows as MailRow[]).map(({ template, recipient, locale, data }) => {
    const link = data.link && (data.link.url ?? box.open(data.link.sealedUrl ?? ''));
    return {
      template,
      recipient,
      locale,
      values: data.values,
      firstName: data.name,
      link,
      token: link?.split('#')[1] ?? null,
    };
  });
}
