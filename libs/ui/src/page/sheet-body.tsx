import type { ReactNode } from 'react';
import classes from './sheet.module.css';

/** Below the title of a sheet: parts with room between them, `ruled` with a hairline as well. */
export function SheetBody({
  ruled = false,
  children,
}: {
  readonly ruled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.body} data-ruled={ruled || undefined}>
      {children}
    </div>
  );
}
