import type { Locale, MailData } from '@platen/contracts';
import { longDay, wholeNumber } from './formats';
import { ButtonLink, Fact, Layout, Paragraph } from './layout';
import { type MailTexts, fill } from './mail-texts';

type OrderConfirmedData = MailData<'order-confirmed'>;

/** R54: the confirmation of an order as registered, with its reference number; R57: the day is an estimate. */
export function orderConfirmed(data: OrderConfirmedData, locale: Locale, texts: MailTexts) {
  const t = texts.orderConfirmed;
  const subject = fill(t.subject, { number: data.orderNumber });
  const contacts = contactSentence(data, t);
  const body = (
    <Layout locale={locale} brand={data.brand} preview={subject}>
      <Paragraph>{t.greeting}</Paragraph>
      <Paragraph>
        {fill(data.automatic ? t.introAutomatic : t.introRequested, { device: data.deviceName })}
      </Paragraph>
      {data.automatic && <Paragraph>{reason(data, locale, t)}</Paragraph>}
      <Fact label={t.number}>
        <strong>{data.orderNumber}</strong>
      </Fact>
      <Fact label={t.lines}>
        {data.lines.map((line) => (
          <div key={line.partNumber}>
            {fill(t.line, {
              quantity: wholeNumber(line.quantity, locale),
              article: articleName(line, texts),
            })}
            <br />
            {fill(t.partNumber, { partNumber: line.partNumber })}
          </div>
        ))}
      </Fact>
      <Fact label={t.expected}>
        {fill(t.expectedOn, { day: longDay(data.expectedOn, locale) })}
        <br />
        {t.estimate}
      </Fact>
      <Fact label={t.address}>{withLineBreaks(data.deliveryAddress)}</Fact>
      <Fact label={t.device}>
        {data.deviceName}
        <br />
        {fill(t.serialNumber, { serialNumber: data.serialNumber })}
        {data.place && <br />}
        {data.place && fill(t.place, { place: data.place })}
      </Fact>
      <ButtonLink href={data.orderUrl} brand={data.brand}>
        {t.open}
      </ButtonLink>
      {contacts && <Paragraph quiet>{contacts}</Paragraph>}
    </Layout>
  );
  return { subject, body };
}

/** Why a mail comes that nobody asked for. */
function reason(data: OrderConfirmedData, locale: Locale, t: MailTexts['orderConfirmed']): string {
  if (data.levelPercent === null) return t.whyAutomatic;
  return fill(t.whyAutomaticLevel, { level: wholeNumber(data.levelPercent, locale) });
}

function articleName(line: OrderConfirmedData['lines'][number], texts: MailTexts): string {
  const color = line.color === 'none' ? null : texts.colors[line.color];
  return color === null ? line.articleName : `${line.articleName} (${color})`;
}

/** @returns null when the branch gives no contact for supplies */
function contactSentence({ brand }: OrderConfirmedData, t: MailTexts['orderConfirmed']): string | null {
  const ways: string[] = [];
  if (brand.contactPhone) ways.push(fill(t.phone, { phone: brand.contactPhone }));
  if (brand.contactMail) ways.push(fill(t.mail, { mail: brand.contactMail }));
  const joined = ways.join(` ${t.or} `);
  if (joined === '') return null;
  return fill(t.contact, { contacts: joined.charAt(0).toUpperCase() + joined.slice(1) });
}

function withLineBreaks(text: string) {
  return text.split('\n').map((line, index) => (
    <span key={`${index}-${line}`}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}
