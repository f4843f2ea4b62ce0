import type { ReactNode } from 'react';
import { UiLink } from './link';
import classes from './tile.module.css';

/** A figure, what it counts, what to know about it; the whole tile leads to its list, filtered. */
export function Tile({
  href,
  figure,
  label,
  note,
  tone = 'plain',
}: {
  readonly href: string;
  readonly figure: ReactNode;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  /** `down` only for machines that are down. */
  readonly tone?: 'plain' | 'down';
}) {
  return (
    <UiLink className={classes.tile} href={href}>
      <span className={classes.figure} data-tone={tone}>
        {figure}
      </span>
      <span className={classes.label}>{label}</span>
      {note && <span className={classes.note}>{note}</span>}
    </UiLink>
  );
}

/** Frames of as many tiles while their figures are on their way, so that nothing jumps. */
export function WaitingTiles({ count }: { readonly count: number }) {
  return (
    <div className={classes.row} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={classes.tile} />
      ))}
    </div>
  );
}

/** Tiles side by side, two in a row on a phone. */
export function TileRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav className={classes.row} aria-label={label}>
      {children}
    </nav>
  );
}
