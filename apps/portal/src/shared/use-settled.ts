import { useEffect, useState } from 'react';

/** Pause after the last key before a search is sent. */
const pauseMs = 250;

/** A typed text once nothing was typed for a moment; an emptied one at once. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === settled) return undefined;
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return settled;
}
