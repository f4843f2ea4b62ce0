import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** One mail as the mailbox page shows it. */
export interface StoredMail {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string[];
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
}

const FILE = /^(\d+)-([0-9a-f-]{36})\.eml$/;

/** Mails in a folder, one file each as they came; names carry the time of arrival. */
export class MailStore {
  constructor(private readonly folder: string) {}

  /** Written aside, then renamed: a mail is there whole or not at all. */
  keep(raw: Buffer): void {
    const name = `${Date.now()}-${randomUUID()}.eml`;
    writeFileSync(join(this.folder, `${name}.part`), raw);
    renameSync(join(this.folder, `${name}.part`), join(this.folder, name));
  }

  /** Newest first. */
  async list(): Promise<StoredMail[]> {
    const names = readdirSync(this.folder).filter((name) => FILE.test(name));
    return Promise.all(
      names
        .sort()
        .reverse()
        .slice(0, 200)
        .map((name) => this.read(name)),
    );
  }

  async find(id: string): Promise<StoredMail | null> {
    const name = readdirSync(this.folder).find((candidate) => FILE.exec(candidate)?.[2] === id);
    return name ? this.read(name) : null;
  }

  private async read(name: string): Promise<StoredMail> {
    const mail = await PostalMime.parse(readFileSync(join(this.folder, name)));
    const [, millis = '0', id = ''] = FILE.exec(name) ?? [];
    return {
      id,
      receivedAt: new Date(Number(millis)).toISOString(),
      from: mail.from?.address ?? '',
      to: (mail.to ?? []).flatMap((recipient) => recipient.address ?? []),
      subject: mail.subject ?? '',
      messageId: mail.messageId ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
    };
  }
}
