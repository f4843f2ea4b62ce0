import type { ReactNode } from 'react';
import { UiLink } from './link';
import classes from './page-top.module.css';

/** A step of the way to this page; the last one has no link. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/** Line above a page: where one is, and a search at its end. */
export function PageTop({
  crumbs,
  label,
  end,
}: {
  readonly crumbs: readonly Crumb[];
  /** Name of the way for assistive technology. */
  readonly label: string;
  readonly end?: ReactNode;
}) {
  return (
    <div className={classes.top}>
      <nav className={classes.way} aria-label={label}>
        <ol className={classes.crumbs}>
          {crumbs.map(({ label: text, href }) => (
            <li key={text}>{href ? <UiLink href={href}>{text}</UiLink> : <span>{text}</span>}</li>
          ))}
        </ol>
      </nav>
      {end}
    </div>
  );
}
