import { useState } from 'react';

/**
 * State of a form that lives through a reload: kept by the browser until it is forgotten or the tab is closed.
 * @returns what is kept, what changes it, and what forgets it once it was sent
 */
export function useKept<Value extends object>(place: string, initial: Value) {
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...stored(place) }));
  const change = (changes: Partial<Value>) => {
    const next = { ...value, ...changes };
    setValue(next);
    attempt(() => sessionStorage.setItem(place, JSON.stringify(next)));
  };
  const forget = () => attempt(() => sessionStorage.removeItem(place));
  return { value, change, forget };
}

function stored(place: string): object {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** A browser that keeps nothing still lets people type. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // private windows and full disks: nothing to be done
  }
}
