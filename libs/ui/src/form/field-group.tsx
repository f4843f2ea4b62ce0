import type { ReactNode } from 'react';
import classes from './field-group.module.css';

/** Fields that belong together under a heading of their own, two beside each other where there is room. */
export function FieldGroup({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      <div className={classes.fields}>{children}</div>
    </fieldset>
  );
}
