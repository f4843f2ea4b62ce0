import type { ReactNode } from 'react';
import classes from './page-header.module.css';

/** Title of the page and the sentence that answers "is everything all right?". */
export function PageHeader({
  title,
  about,
  say,
  actions,
}: {
  readonly title: ReactNode;
  /** One line of facts under the title: model, serial, place. */
  readonly about?: ReactNode;
  readonly say?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {about && <div className={classes.about}>{about}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {say && <p className={classes.say}>{say}</p>}
    </header>
  );
}
