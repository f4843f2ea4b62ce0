import type { StoredMail } from './mail-store';

const style = `
  :root { color-scheme: light dark; --paper: light-dark(#f6f5f0, #171c22); --sheet: light-dark(#fffefb, #1f252d);
    --ink: light-dark(#1b2433, #e6e6e0); --quiet: light-dark(#6b7280, #9aa3ad); --line: light-dark(#e0ded6, #323a44); }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 Inter, system-ui, sans-serif; }
  main { max-width: 960px; margin: 0 auto; padding: 32px 20px; }
  h1 { font-size: 22px; margin: 0 0 4px; } p { margin: 0 0 20px; color: var(--quiet); }
  ul { list-style: none; margin: 0; padding: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
  li + li { border-top: 1px solid var(--line); }
  li a { display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; padding: 12px 16px; color: inherit; text-decoration: none; }
  li a:hover, li a:focus-visible { background: var(--paper); } li span { color: var(--quiet); }
  iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
  pre { white-space: pre-wrap; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 16px; }`;

/** All mails, newest first. */
export function listPage(mails: readonly StoredMail[]): string {
  const rows = mails
    .map(
      (mail) =>
        `<li><a href="/messages/${mail.id}"><strong>${text(mail.subject)}</strong><span>${text(time(mail))}</span><span>to ${text(mail.to.join(', '))}</span></a></li>`,
    )
    .join('');
  const body =
    mails.length > 0
      ? `<ul>${rows}</ul>`
      : '<ul><li><a>No mail yet. The first one is the confirmation of an automatic order.</a></li></ul>';
  return page(
    'Mailbox',
    `<h1>Mailbox</h1><p>Every mail that Platen sends arrives here and goes no further.</p>${body}`,
  );
}

/** One mail: as a mail program would show it, and as plain text. */
export function mailPage(mail: StoredMail): string {
  return page(
    mail.subject,
    `<p><a href="/">Mailbox</a></p><h1>${text(mail.subject)}</h1>
     <p>from ${text(mail.from)} to ${text(mail.to.join(', '))}, ${text(time(mail))}</p>
     <iframe sandbox title="The mail as HTML" srcdoc="${text(mail.html)}"></iframe>
     <h2>As text</h2><pre>${text(mail.text)}</pre>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${text(title)}</title><style>${style}</style><main>${body}</main></html>`;
}

function time(mail: StoredMail): string {
  return mail.receivedAt.replace('T', ' ').slice(0, 19);
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
