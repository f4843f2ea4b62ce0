import type { Logger } from 'pino';
import { headerText } from './header-text';

/** A mail as people read it. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface OutgoingMail extends RenderedMail {
  readonly to: string;
  /** without angle brackets; the same whenever this mail is sent again */
  readonly messageId: string;
}

/**
 * What the mail server said. sent: it took the mail (250). refused: it never will (5xx). later: it could not be
 * asked, hung up in the middle, or wants to be asked again (4xx); it may have the mail all the same.
 */
export type SendOutcome = { readonly kind: 'sent' | 'refused' | 'later'; readonly answer: string };

export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Ends idle connections; a delivery under way is finished. */
  close(): void;
}

export interface MailerSettings {
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
}

/** The mailer of these settings; null without `SMTP_URL`, which the log then says once. */
export async function openMailerIfSet(
  settings: { readonly SMTP_URL?: string | undefined; readonly MAIL_FROM: string },
  log: Logger,
): Promise<Mailer | null> {
  const { SMTP_URL, MAIL_FROM } = settings;
  if (SMTP_URL !== undefined) return openMailer({ SMTP_URL, MAIL_FROM }, log);
  log.warn('SMTP_URL is not set: mails are stored and marked as not sent');
  return null;
}

/** Right side of the Message-ID: the domain that mails come from. @param from  `Name <local@domain>` or `local@domain` */
export function messageIdDomain(from: string): string {
  return /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'localhost';
}

/** Opens a pool of connections to the mail server; connects with the first mail. */
export async function openMailer(settings: MailerSettings, log: Logger): Promise<Mailer> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: settings.SMTP_URL,
    pool: true,
    maxConnections: 5,
    maxMessages: 500,
    // Whether and when a mail is repeated is decided by its row, not in memory.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.on('error', (error: Error) =>
    log.warn({ reason: error.message }, 'the mail server connection met an error'),
  );
  return {
    send: async (mail) => {
      try {
        const info = await transport.sendMail({
          from: settings.MAIL_FROM,
          to: { name: '', address: headerText(mail.to) },
          subject: headerText(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.messageId}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'sent', answer: info.response };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Answers about our own right to send: the mail is not at fault, and setting it right heals it. */
const ABOUT_THE_SENDER = new Set([530, 534, 535, 538]);

/** Reads nodemailer's error. @returns refused only when the server, or the address itself, rules the mail out */
export function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode, response, message } = readError(error);
  const answer = headerText(response ?? message).slice(0, 500);
  // EENVELOPE: sender or recipient; EMESSAGE: the mail. All other codes are about the connection or signing in.
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const final = responseCode === null || (responseCode >= 500 && !ABOUT_THE_SENDER.has(responseCode));
  return { kind: aboutThisMail && final ? 'refused' : 'later', answer };
}

function readError(error: unknown) {
  const fields = typeof error === 'object' && error !== null ? error : {};
  return {
    code: 'code' in fields ? fields.code : null,
    responseCode:
      'responseCode' in fields && typeof fields.responseCode === 'number' ? fields.responseCode : null,
    response: 'response' in fields && typeof fields.response === 'string' ? fields.response : null,
    message: error instanceof Error ? error.message : String(error),
  };
}
