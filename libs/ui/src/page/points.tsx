import type { ReactNode } from 'react';
import classes from './points.module.css';

/** A few things of one kind, each with its point; a sentence before says of what. */
export function Points({ points }: { readonly points: readonly { key: string; text: ReactNode }[] }) {
  return (
    <ul className={classes.points}>
      {points.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
