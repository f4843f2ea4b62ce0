import type { MailMessage } from '@platen/contracts';

/** A mail as people read it: escaped HTML and the same in plain text. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * Renders a mail in its language. React and its mail components are loaded with the first call, so that importing
 * this costs nothing.
 */
export async function renderMail(message: MailMessage): Promise<RenderedMail> {
  const { renderTemplate } = await import('./render-template');
  return renderTemplate(message);
}
