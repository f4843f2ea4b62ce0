import type { ReactNode } from 'react';
import classes from './timeline.module.css';

/** `done` filled, `now` ringed, `todo` pale, `stopped` crossed: it did not go on from here. */
export type StepState = 'done' | 'now' | 'todo' | 'stopped';

export interface TimelineStep {
  readonly key: string;
  readonly state: StepState;
  readonly label: ReactNode;
  /** State in a word, read out with the label. */
  readonly stateWords: string;
  readonly when?: ReactNode;
}

/** The way of an order or a request, from first to last. */
export function Timeline({
  steps,
  label,
}: {
  readonly steps: readonly TimelineStep[];
  readonly label: string;
}) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={classes.step}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={classes.mark} role="img" aria-label={step.stateWords} />
          <span className={classes.label}>{step.label}</span>
          {step.when && <span className={classes.when}>{step.when}</span>}
        </li>
      ))}
    </ol>
  );
}
