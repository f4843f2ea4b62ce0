import type { ReactNode, SubmitEvent } from 'react';
import classes from './form.module.css';

/** One column of fields, what is wrong above them, what can be done below. */
export function Form({
  onSubmit,
  label,
  wide = false,
  children,
}: {
  readonly onSubmit: () => void;
  /** names the form where a page has several */
  readonly label?: string;
  /** holds a table: as wide as its sheet */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      className={classes.form}
      data-wide={wide || undefined}
      onSubmit={submit}
      aria-label={label}
      noValidate
    >
      {children}
    </form>
  );
}

/** The form's buttons; the one that does it comes first. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}

/** Says that something was done, where it was done; read aloud without taking the focus. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.done} role="status">
      {children}
    </div>
  );
}

/** What will happen, before it does; or something the reader should know. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <div className={classes.note}>{children}</div>;
}
