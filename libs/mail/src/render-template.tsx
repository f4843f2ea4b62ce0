import { type LetterName, type MailData, type MailMessage, letterNames } from '@platen/contracts';
import { toPlainText } from '@react-email/render';
import { renderToStaticMarkup } from 'react-dom/server';
import { letter } from './letter';
import { mailTexts } from './mail-texts';
import { orderConfirmed } from './order-confirmed';
import type { RenderedMail } from './index';

/** Each template by its name in libs/contracts; one that is missing there or here does not compile. */
const templates = { 'order-confirmed': orderConfirmed } satisfies Record<
  Exclude<MailMessage['template'], LetterName>,
  unknown
>;

/** Renders subject, HTML and text. Values are escaped by React; the text is made from the HTML, so both say the same. */
export function renderTemplate(message: MailMessage): RenderedMail {
  const { subject, body } = compose(message);
  const html = `<!DOCTYPE html>${renderToStaticMarkup(body)}`;
  return { subject, html, text: toPlainText(html, { wordwrap: 78 }) };
}

function compose({ template, data, locale }: MailMessage) {
  if (isLetter(template)) return letter(template, data as MailData<LetterName>, locale);
  return templates[template](data as MailData<typeof template>, locale, mailTexts[locale]);
}

function isLetter(template: MailMessage['template']): template is LetterName {
  return letterNames.some((name) => name === template);
}
