import { type Locale, type MailData, type MailMessage, locales } from '@platen/contracts';
import { renderMail } from './index';

const order: MailData<'order-confirmed'> = {
  brand: {
    name: 'Platen Italia',
    color: '#0b6e4f',
    contactPhone: '800 123 456',
    contactMail: 'consumabili@example.it',
  },
  orderNumber: 'IT-500017',
  automatic: true,
  deviceName: 'Accounting 2nd floor',
  serialNumber: 'A1B2C3',
  place: '2nd floor, room 7',
  deliveryAddress: 'Rossi S.p.A.\nVia Roma 1\n20121 Milano',
  expectedOn: '2026-11-24',
  lines: [{ quantity: 1, articleName: 'Toner TN-328', partNumber: 'AAV8150', color: 'black' }],
  levelPercent: 9,
  orderUrl: 'https://portal.example/orders/17',
};

const message = (locale: Locale, change: Partial<typeof order> = {}): MailMessage => ({
  template: 'order-confirmed',
  to: 'anna@example.it',
  locale,
  data: { ...order, ...change },
  customerId: null,
});

/** Spaces and line breaks of the wrapped text part do not count. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

test.each(locales)(
  'R54 the confirmation in %s has the reference number in subject, HTML and text',
  async (locale) => {
    const mail = await renderMail(message(locale));
    expect(mail.subject).toContain('IT-500017');
    expect(mail.html).toContain('<strong>IT-500017</strong>');
    expect(mail.text).toContain('IT-500017');
    expect(mail.html).toContain(`lang="${locale}"`);
  },
);

test.each([
  ['it', 'martedì 24 novembre', 'non un impegno'],
  ['nl', 'dinsdag 24 november', 'geen toezegging'],
  ['en', 'Tuesday 24 November', 'not a promise'],
] as const)('R57 in %s the expected day is an estimate', async (locale, day, notAPromise) => {
  const text = flat((await renderMail(message(locale))).text);
  expect(text).toContain(day);
  expect(text).toContain(notAPromise);
});

test('the English text part says everything', async () => {
  expect(flat((await renderMail(message('en'))).text)).toBe(
    flat(`Platen Italia
      Hello,
      we have registered an order for your printer Accounting 2nd floor.
      Why you get this: the printer is monitored, and a supply of it reported 9 % left. We ordered it for you; you need not do anything.
      Order reference
      IT-500017
      What is coming
      1 × Toner TN-328 (black)
      Part number AAV8150
      Expected
      around Tuesday 24 November
      This is an average, not a promise: it depends on stock and carrier.
      Delivered to
      Rossi S.p.A.
      Via Roma 1
      20121 Milano
      Printer
      Accounting 2nd floor
      Serial number A1B2C3
      Place: 2nd floor, room 7
      See the order https://portal.example/orders/17
      Questions, or something to change? Call 800 123 456 or write to consumabili@example.it. Please have the order reference at hand.`),
  );
});

test('an order that a person asked for needs no reason; an unknown level is not a number', async () => {
  expect(flat((await renderMail(message('en', { automatic: false }))).text)).not.toContain(
    'Why you get this',
  );
  const unknown = flat((await renderMail(message('en', { levelPercent: null }))).text);
  expect(unknown).toContain('a supply of it is running low');
  expect(unknown).not.toContain('%');
});

test('C30 what people typed is text, never markup', async () => {
  const { html } = await renderMail(
    message('nl', {
      deviceName: '<img src=x onerror=alert(1)>',
      deliveryAddress: '"><script>1</script>',
      place: null,
    }),
  );
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('C30 a colour that is not one, and a link that is no page, do not reach the mail', async () => {
  const { html } = await renderMail(
    message('en', { brand: { ...order.brand, color: 'red;background:url(https://x)' } }),
  );
  expect(html).not.toContain('url(');
  await expect(renderMail(message('en', { orderUrl: 'javascript:alert(1)' }))).rejects.toThrow('cannot link');
});

test('a branch without contacts promises none', async () => {
  const brand = { ...order.brand, contactPhone: null, contactMail: null };
  expect((await renderMail(message('en', { brand }))).text).not.toContain('Questions');
});
