import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server of a test does with the next mails, one each; then it takes them. */
export type SmtpAnswer =
  | 'take'
  | 'hang up after DATA'
  | { readonly code: number; readonly text: string; readonly at: 'RCPT' | 'DATA' };

export interface TestSmtp {
  readonly url: string;
  /** mails that reached the server whole, also those it then did not acknowledge */
  readonly seen: Email[];
  /** answers to come */
  readonly answers: SmtpAnswer[];
  close(): Promise<void>;
}

/** A real SMTP server on loopback that answers as told. */
export async function startSmtp(): Promise<TestSmtp> {
  const seen: Email[] = [];
  const answers: SmtpAnswer[] = [];
  const refusal = (answer: Exclude<SmtpAnswer, string>) =>
    Object.assign(new Error(answer.text), { responseCode: answer.code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      const [answer] = answers;
      if (typeof answer === 'object' && answer.at === 'RCPT') {
        answers.shift();
        done(refusal(answer));
      } else done();
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          seen.push(mail);
          const answer = answers.shift() ?? 'take';
          // Every open connection is dropped, this one after the mail and before the answer to it.
          if (answer === 'hang up after DATA') {
            for (const { _socket } of connectionsOf(server)) _socket.destroy();
          } else done(typeof answer === 'object' ? refusal(answer) : null);
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.on('error', () => undefined);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    seen,
    answers,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** smtp-server keeps its connections in a set that its types do not name. */
function connectionsOf(server: SMTPServer): Iterable<{ _socket: { destroy(): void } }> {
  return (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections;
}
