import { useEffect, useState } from 'react';

/** Pause after the last key before a search is sent. */
const pauseMs = 250;

/**
 * Text of a search field whose truth is the URL: typed text shows at once, the URL follows after a pause, and
 * when the URL changes by itself (back, a link) the field follows.
 */
export function useSearchText(inUrl: string, toUrl: (text: string) => void) {
  const [text, setText] = useState(inUrl);
  const [seen, setSeen] = useState(inUrl);
  if (seen !== inUrl) {
    setSeen(inUrl);
    // our own change coming back: keep what has been typed since
    if (inUrl !== text.trim()) setText(inUrl);
  }
  useEffect(() => {
    if (text.trim() === inUrl) return undefined;
    const timer = setTimeout(() => toUrl(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text, inUrl, toUrl]);
  return [text, setText] as const;
}
