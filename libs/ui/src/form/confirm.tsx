import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './confirm.module.css';

/**
 * Asks before something happens, and says what will: the browser's own dialog traps the focus, closes on Escape and
 * gives the focus back. The button that goes back has the focus first.
 */
export function Confirm(props: {
  readonly open: boolean;
  readonly title: string;
  /** what will happen, and to whom */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  /** destroys something */
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (props.open && !dialog.current?.open) {
      dialog.current?.showModal();
      // the dialog would give it to its first button, the one that cannot be taken back
      cancel.current?.focus();
    }
    if (!props.open && dialog.current?.open) dialog.current.close();
  }, [props.open]);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={titleId} onClose={props.onCancel}>
      {props.open && (
        <div className={classes.body}>
          <h2 id={titleId}>{props.title}</h2>
          <div>{props.children}</div>
          <div className={classes.actions}>
            <Button
              data-danger={props.danger || undefined}
              className={classes.confirm}
              loading={props.busy}
              onClick={props.onConfirm}
            >
              {props.confirm}
            </Button>
            <Button ref={cancel} variant="default" onClick={props.onCancel}>
              {props.cancel}
            </Button>
          </div>
        </div>
      )}
    </dialog>
  );
}
