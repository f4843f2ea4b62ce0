import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import classes from './state-pill.module.css';

/** `down` is the only red one; `plain` is an outline for everything that is neither good nor bad. */
export type Tone = 'ok' | 'warn' | 'down' | 'plain';

/** A state as shape and word, then a muted tone. */
export function StatePill({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {icon && <Icon name={icon} size={12} />}
      <span>{children}</span>
    </span>
  );
}
