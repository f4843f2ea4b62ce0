import { type ReactNode, useId } from 'react';
import classes from './sheet.module.css';

/** A white sheet on the paper; with a title it is a region of the page. */
export function Sheet({
  title,
  aside,
  flush = false,
  children,
}: {
  readonly title?: ReactNode;
  /** Source and age of what the sheet shows, or a link onwards. */
  readonly aside?: ReactNode;
  /** No inner margin, for tables. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const head = title && (
    <div className={classes.head}>
      <h2 id={id}>{title}</h2>
      {aside && <div className={classes.aside}>{aside}</div>}
    </div>
  );
  return (
    <section
      className={classes.sheet}
      data-flush={flush || undefined}
      aria-labelledby={title ? id : undefined}
    >
      {head}
      {children}
    </section>
  );
}
