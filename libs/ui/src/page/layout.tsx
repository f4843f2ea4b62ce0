import { Fragment, type ReactNode } from 'react';
import classes from './layout.module.css';

/** Things below one another, 16 px apart. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={classes.stack}>{children}</div>;
}

/** Two sheets side by side, below one another where the screen is narrow. */
export function Columns({
  wide = false,
  children,
}: {
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.columns} data-wide={wide || undefined}>
      {children}
    </div>
  );
}

/** Search and filters above a list. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="search" className={classes.filters} aria-label={label}>
      {children}
    </div>
  );
}

/** A name and below it, smaller, what helps to recognise it. */
export function TwoLines({
  first,
  second,
  end,
  plain = false,
}: {
  readonly first: ReactNode;
  readonly second?: ReactNode;
  /** At the end of the first line: a state. */
  readonly end?: ReactNode;
  /** The first line is no name: not strong. */
  readonly plain?: boolean;
}) {
  return (
    <span className={classes.two} data-plain={plain || undefined}>
      <span className={classes.first}>
        <span>{first}</span>
        {end}
      </span>
      {second && <span className={classes.second}>{second}</span>}
    </span>
  );
}

/** Names and values; a value that is not known is left out by the page, never shown as a dash. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts} data-figures>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
