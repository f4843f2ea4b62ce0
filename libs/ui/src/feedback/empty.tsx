import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import classes from './feedback.module.css';

interface MessageProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

function Message({ icon, title, children, action, role }: MessageProps & { icon: IconName; role?: 'alert' }) {
  return (
    <div className={classes.message} role={role}>
      <Icon name={icon} size={20} />
      <div>
        <p className={classes.title}>{title}</p>
        {children && <div className={classes.text}>{children}</div>}
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}

/** Nothing here yet: what will appear, and how it gets here. */
export function Empty(props: MessageProps) {
  return <Message icon="unmonitored" {...props} />;
}

/** Nothing matches: the filters are the reason, and the action takes them away. */
export function NoResults(props: MessageProps) {
  return <Message icon="search" {...props} />;
}

/** The reader's rights end here: whom to ask. */
export function NotAllowed(props: MessageProps) {
  return <Message icon="locked" {...props} />;
}

/** What happened, what is kept, what to do. */
export function ErrorState(props: MessageProps) {
  return <Message icon="warning" role="alert" {...props} />;
}
