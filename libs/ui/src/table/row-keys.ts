import type { KeyboardEvent } from 'react';

/** Which row the key leads to, from row `current` of `count`; undefined when the key is none of ours. */
export function rowAfterKey(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * Arrow keys, Home and End move the focus from row link to row link; Enter opens by being a link, the space bar chooses
 * a row where rows can be chosen. Keys pressed
 * in a field of the table stay the field's.
 */
export function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('[data-row-link]')];
  const current = links.indexOf(event.target as HTMLAnchorElement);
  if (current === -1) return;
  const choice = links[current]?.closest('tr')?.querySelector<HTMLInputElement>('[data-row-choice]');
  if (event.key === ' ' && choice) {
    event.preventDefault();
    choice.click();
    return;
  }
  const next = rowAfterKey(event.key, current, links.length);
  if (next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}
