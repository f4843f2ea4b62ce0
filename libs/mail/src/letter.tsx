import type { LetterName, Locale, MailData } from '@platen/contracts';
import { ButtonLink, Layout, Paragraph } from './layout';
import { letterTexts } from './letter-texts';
import { fill } from './mail-texts';

/** A mail of a few paragraphs with at most one link, and below it what makes the reader safe or where to ask. */
export function letter(name: LetterName, data: MailData<LetterName>, locale: Locale) {
  const { frame, letters } = letterTexts[locale];
  const text = letters[name];
  const values = { brand: data.brand.name, ...data.values };
  const subject = fill(text.subject, values);
  const url = urlOf(data);
  const contact = data.brand.contactPhone ?? data.brand.contactMail;
  const body = (
    <Layout locale={locale} brand={data.brand} preview={subject}>
      <Paragraph>{data.name === null ? frame.hello : fill(frame.helloName, { name: data.name })}</Paragraph>
      {text.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph}>{fill(paragraph, values)}</Paragraph>
      ))}
      {url && text.button && (
        <ButtonLink href={url} brand={data.brand}>
          {fill(text.button, values)}
        </ButtonLink>
      )}
      {text.small?.map((paragraph) => (
        <Paragraph key={paragraph} quiet>
          {fill(paragraph, values)}
        </Paragraph>
      ))}
      {contact && <Paragraph quiet>{fill(frame.contact, { contact })}</Paragraph>}
    </Layout>
  );
  return { subject, body };
}

/** @throws Error for a link that is still sealed: the sender opens it just before it is rendered */
function urlOf({ link }: MailData<LetterName>): string | null {
  if (link === null) return null;
  if (!('url' in link)) throw new Error('A sealed link cannot be read.');
  return link.url;
}
