import type { CSSProperties, ReactNode } from 'react';

/** What a mail shows of the branch that sends it. */
export interface Brand {
  readonly name: string;
  readonly color: string;
}

const ink = '#1f2933';
const muted = '#52606d';
const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const paper: CSSProperties = { width: '100%', maxWidth: '560px', background: '#ffffff', borderRadius: '6px' };
const paragraph: CSSProperties = { margin: '0 0 16px', fontSize: '15px', lineHeight: '22px', color: ink };

/** Anything but a plain hex colour is not put into a style. */
function safeColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : ink;
}

/** The sheet that every mail is written on: tables, because mail programs know little else. */
export function Layout({
  locale,
  brand,
  preview,
  children,
}: {
  locale: string;
  brand: Brand;
  preview: string;
  children: ReactNode;
}) {
  return (
    <html lang={locale} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{preview}</title>
      </head>
      <body style={{ margin: 0, padding: '24px 12px', background: '#f3f1ec', fontFamily: font }}>
        <div
          data-skip-in-text="true"
          style={{ display: 'none', overflow: 'hidden', lineHeight: '1px', maxHeight: 0, opacity: 0 }}
        >
          {preview}
        </div>
        <table role="presentation" align="center" width="100%" cellPadding={0} cellSpacing={0} style={paper}>
          <tbody>
            <tr>
              <td
                style={{
                  padding: '20px 28px',
                  borderTop: `4px solid ${safeColor(brand.color)}`,
                  borderRadius: '6px 6px 0 0',
                }}
              >
                <p style={{ margin: 0, fontSize: '17px', fontWeight: 600, color: ink }}>{brand.name}</p>
              </td>
            </tr>
            <tr>
              <td style={{ padding: '4px 28px 28px' }}>{children}</td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

export function Paragraph({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  return (
    <p style={quiet ? { ...paragraph, fontSize: '13px', lineHeight: '19px', color: muted } : paragraph}>
      {children}
    </p>
  );
}

/** A label and what it stands for. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div style={{ margin: '0 0 14px' }}>
      <p style={{ margin: 0, fontSize: '12px', lineHeight: '18px', color: muted }}>{label}</p>
      <div style={{ fontSize: '15px', lineHeight: '22px', color: ink }}>{children}</div>
    </div>
  );
}

/** A link that looks like a button. @throws when the address is not http or https */
export function ButtonLink({ href, brand, children }: { href: string; brand: Brand; children: ReactNode }) {
  const { protocol } = new URL(href);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`A mail cannot link to ${protocol}`);
  const button: CSSProperties = {
    display: 'inline-block',
    margin: '4px 0 20px',
    padding: '10px 18px',
    borderRadius: '4px',
    background: safeColor(brand.color),
    color: '#ffffff',
    fontSize: '15px',
    textDecoration: 'none',
  };
  return (
    <a href={href} style={button}>
      {children}
    </a>
  );
}
