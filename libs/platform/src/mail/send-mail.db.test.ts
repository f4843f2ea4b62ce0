import type { MailMessage } from '@platen/contracts';
import { describeOnStores, silent, until } from '../../test/courier';
import type { TestCourier } from '../../test/courier';
import { type TestSmtp, startSmtp } from '../../test/smtp';
import { system } from '../actor/actor';
import { secretBox } from '../secret-box';
import { relayDue } from '../outbox/relay';
import { listParked } from '../outbox/replay';
import { sweep } from '../outbox/sweeper';
import { type Mailer, openMailer } from './mailer';
import { mailHandler } from './send-mail';

const message: MailMessage = {
  template: 'order-confirmed',
  to: 'anna@example.it',
  locale: 'it',
  customerId: null,
  data: {
    brand: { name: 'Platen Italia', color: '#0b6e4f', contactPhone: null, contactMail: null },
    orderNumber: 'IT-500017',
    automatic: true,
    deviceName: 'Accounting',
    serialNumber: 'A1',
    place: null,
    deliveryAddress: 'Via Roma 1',
    expectedOn: '2026-11-24',
    lines: [],
    levelPercent: 9,
    orderUrl: 'https://portal.example/orders/17',
  },
};

interface MailRow {
  readonly id: string;
  readonly attempts: number;
  readonly sent: boolean;
  readonly refused: boolean;
  readonly last_answer: string | null;
}

describeOnStores('mail', (testOn) => {
  let smtp: TestSmtp;
  let mailer: Mailer;
  beforeEach(async () => {
    smtp = await startSmtp();
    mailer = await openMailer({ SMTP_URL: smtp.url, MAIL_FROM: 'Platen <no-reply@platen.example>' }, silent);
  });
  afterEach(async () => {
    mailer.close();
    await smtp.close();
  });

  const order = (on: TestCourier, key = 'order-17', change: Partial<MailMessage> = {}) =>
    on.runtime('fleet').work.write(system('test'), async (tx) => tx.mail(key, { ...message, ...change }));

  const post = async (on: TestCourier, use: Mailer | null = mailer, subject = 'Ordine IT-500017') => {
    await on.workMail(
      mailHandler({
        pool: on.context.pool,
        mailer: use,
        secrets: secretBox('a-secret-that-only-tests-ever-know-0123456789', 'mail'),
        render: async () => ({ subject, html: '<p>Ordine</p>', text: 'Ordine' }),
        messageIdDomain: 'platen.example',
        log: silent,
        retryDelay: () => 0,
      }),
    );
  };

  const mailRows = async (on: TestCourier): Promise<MailRow[]> => {
    const { rows } = await on.database.admin.query<MailRow>(
      `select id, attempts, sent_at is not null as sent, refused_at is not null as refused, last_answer from fleet.mail`,
    );
    return rows;
  };
  const theMail = async (on: TestCourier) => (await mailRows(on))[0];

  /** Relays again and again, as the relay process does, until the mail is sent or refused. */
  const untilDone = (on: TestCourier) =>
    until(async () => {
      await relayDue(on.context, 'fleet');
      await sweep(on.context, 'fleet', 0);
      const mail = await theMail(on);
      return mail !== undefined && (mail.sent || mail.refused);
    });

  testOn('C53 250: sent once, marked at once, one mail per event and address', async (on) => {
    await order(on);
    await order(on);
    await order(on, 'order-17', { to: 'bruno@example.it' });
    await post(on);
    await until(async () => {
      await relayDue(on.context, 'fleet');
      return (await mailRows(on)).every((mail) => mail.sent);
    });
    expect(smtp.seen.map((mail) => mail.to?.[0]?.address).sort()).toEqual([
      'anna@example.it',
      'bruno@example.it',
    ]);
    const [first] = await mailRows(on);
    expect(first).toMatchObject({ attempts: 1, sent: true, refused: false });
    expect(smtp.seen.map((mail) => mail.messageId)).toContain(`<${first?.id}@platen.example>`);
    expect((await sweep(on.context, 'fleet', 0)).settled).toBe(2);
  });

  testOn('C53 451: tried again later, under the same Message-ID', async (on) => {
    smtp.answers.push({ code: 451, text: 'try again', at: 'DATA' }, { code: 450, text: 'busy', at: 'RCPT' });
    await order(on);
    await post(on);
    await untilDone(on);
    expect(await theMail(on)).toMatchObject({ attempts: 3, sent: true, refused: false });
    expect(smtp.seen).toHaveLength(2);
    expect(smtp.seen[0]?.messageId).toBe(smtp.seen[1]?.messageId);
  });

  testOn('C53 550: refused, with the answer, and never tried again', async (on) => {
    smtp.answers.push({ code: 550, text: 'no such user', at: 'RCPT' });
    await order(on);
    await post(on);
    await untilDone(on);
    expect(await theMail(on)).toMatchObject({
      attempts: 1,
      sent: false,
      refused: true,
      last_answer: '550 no such user',
    });
    await sweep(on.context, 'fleet', 0);
    await until(async () => (await on.queues.states('mail')).active === 0);
    expect(await sweep(on.context, 'fleet', 0)).toMatchObject({ reissued: 0, parked: 0 });
    expect(smtp.seen).toHaveLength(0);
  });

  testOn(
    'C53 cut after DATA: the mail may have arrived, so it is repeated under the same Message-ID',
    async (on) => {
      smtp.answers.push('hang up after DATA');
      await order(on);
      await post(on);
      await untilDone(on);
      expect(await theMail(on)).toMatchObject({ attempts: 2, sent: true });
      expect(smtp.seen).toHaveLength(2);
      expect(smtp.seen[0]?.messageId).toBe(smtp.seen[1]?.messageId);
    },
  );

  testOn('C53 no server there: kept, and given up after three days', async (on) => {
    await smtp.close();
    await order(on);
    await post(on);
    await until(async () => {
      await relayDue(on.context, 'fleet');
      return ((await theMail(on))?.attempts ?? 0) >= 2;
    });
    expect(await theMail(on)).toMatchObject({ sent: false, refused: false });
    await on.database.admin.query(`update fleet.mail set created_at = now() - interval '73 hours'`);
    await untilDone(on);
    expect(await theMail(on)).toMatchObject({ sent: false, refused: true });
    expect((await theMail(on))?.last_answer).toContain('ECONNREFUSED');
  });

  testOn('without SMTP_URL a mail is marked as not sent', async (on) => {
    await order(on);
    await post(on, null);
    await untilDone(on);
    expect(await theMail(on)).toMatchObject({
      refused: true,
      last_answer: 'not sent: no mail server is configured (SMTP_URL)',
    });
  });

  testOn('C30 a subject with line breaks and marks of direction becomes one plain line', async (on) => {
    await order(on);
    await post(on, mailer, 'Order\r\nBcc: all@example.it \u202Egnp.exe');
    await untilDone(on);
    expect(smtp.seen[0]?.subject).toBe('Order Bcc: all@example.it gnp.exe');
    expect(smtp.seen[0]?.headers.some((header) => header.key === 'bcc')).toBe(false);
    expect(smtp.seen[0]?.headers.find((header) => header.key === 'auto-submitted')?.value).toBe(
      'auto-generated',
    );
  });

  testOn('C53 stored data that no longer fits its template parks the message', async (on) => {
    await order(on);
    await on.database.admin.query(`update fleet.mail set data = '{}'`);
    await post(on);
    await relayDue(on.context, 'fleet');
    await until(async () => (await on.queues.states('mail')).failed === 1);
    await sweep(on.context, 'fleet', 0);
    expect((await listParked(on.context, 'fleet'))[0]?.problem).toMatch(
      /^platform.send-mail, 1 attempts: data of mail/,
    );
    expect(smtp.seen).toHaveLength(0);
  });

  testOn('C51 a wiped queue loses no mail', async (on) => {
    await order(on);
    await relayDue(on.context, 'fleet');
    await on.wipeQueues();
    await post(on);
    await untilDone(on);
    expect(await theMail(on)).toMatchObject({ attempts: 1, sent: true });
  });
});
