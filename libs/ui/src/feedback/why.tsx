import type { ReactNode } from 'react';
import classes from './feedback.module.css';

/** The reason beside a decision: "Why was this ordered?" and its answer. */
export function Why({ question, children }: { readonly question: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.why}>
      <b>{question}</b> {children}
    </div>
  );
}
