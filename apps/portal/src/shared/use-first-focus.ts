import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to a field when its form appears: the link that opened the form is gone. */
export function useFirstFocus<Field extends HTMLElement>(): RefObject<Field | null> {
  const field = useRef<Field>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
