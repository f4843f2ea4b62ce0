import { type ReactNode, useEffect, useRef } from 'react';
import classes from './form.module.css';

/** One thing that is wrong, and the id of the field where it is; without a field it concerns the whole. */
export interface FieldProblem {
  readonly fieldId?: string | undefined;
  readonly message: string;
}

/**
 * What keeps a form from being accepted, above its fields: takes the focus when it appears, so that it is read
 * first, and leads to each field by a link.
 */
export function FormProblem({
  title,
  problems = [],
  children,
}: {
  readonly title: string;
  readonly problems?: readonly FieldProblem[];
  readonly children?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  // by its words: who is typing the correction must keep the focus
  const words = [title, ...problems.map(({ message }) => message)].join('\n');
  useEffect(() => box.current?.focus(), [words]);
  return (
    <div ref={box} className={classes.problem} role="alert" tabIndex={-1}>
      <strong>{title}</strong>
      {children}
      {problems.length > 0 && (
        <ul>
          {problems.map(({ fieldId, message }) => (
            <li key={`${fieldId} ${message}`}>
              {fieldId ? (
                <a href={`#${fieldId}`} onClick={(event) => focusField(event, fieldId)}>
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The address stays as it is: what follows `#` may be a token. */
function focusField(event: { preventDefault(): void }, fieldId: string): void {
  event.preventDefault();
  document.getElementById(fieldId)?.focus();
}
