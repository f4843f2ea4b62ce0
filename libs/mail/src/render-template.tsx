import type { MailMessage } from '@platen/contracts';
import { toPlainText } from '@react-email/render';
import { renderToStaticMarkup } from 'react-dom/server';
import { mailTexts } from './mail-texts';
import { orderConfirmed } from './order-confirmed';
import type { RenderedMail } from './index';

/** Each template by its name in libs/contracts; one that is missing there or here does not compile. */
const templates = { 'order-confirmed': orderConfirmed } satisfies Record<MailMessage['template'], unknown>;

/** Renders subject, HTML and text. Values are escaped by React; the text is made from the HTML, so both say the same. */
export function renderTemplate(message: MailMessage): RenderedMail {
  const { subject, body } = templates[message.template](
    message.data,
    message.locale,
    mailTexts[message.locale],
  );
  const html = `<!DOCTYPE html>${renderToStaticMarkup(body)}`;
  return { subject, html, text: toPlainText(html, { wordwrap: 78 }) };
}
