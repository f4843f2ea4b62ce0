import type { ReactNode } from 'react';
import classes from './icon.module.css';

/** Our own drawings on a 16 px grid, 1.5 px strokes; few enough to need no icon package. */
const drawings = {
  check: <path d="M3.5 8.5l3 3 6-7" />,
  warning: <path d="M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.1" />,
  down: <path d="M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3zM8 5v3.6M8 10.9v.1" />,
  silent: (
    <path d="M2.5 6.2A8 8 0 0 1 6 4.3M10.5 4.5a8 8 0 0 1 3 1.7M5 9a4.4 4.4 0 0 1 2-1.2M9.7 8a4.4 4.4 0 0 1 1.3 1M8 12.2v.1M2.5 2.5l11 11" />
  ),
  unmonitored: <path d="M3 8h1.5M7.2 8h1.6M11.5 8H13" />,
  overview: <path d="M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM9 8h4.5v5.5H9zM2.5 10.5H7v3H2.5z" />,
  machine: <path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z" />,
  meter: <path d="M2 4.5h12v7H2zM6 4.5v7M10 4.5v7M3.8 8h.4M7.8 8h.4M11.8 8h.4" />,
  collector: (
    <path d="M2.5 9.5h11v4h-11zM5 11.5v.1M8 9.5V6.8M4.6 5.6a4.8 4.8 0 0 1 6.8 0M6.2 3a7 7 0 0 1 3.6 0" />
  ),
  order: <path d="M2.5 5L8 2.3 13.5 5v6L8 13.7 2.5 11zM2.5 5L8 7.8 13.5 5M8 7.8v5.9" />,
  request: <path d="M2.5 3h11v8H8l-3 2.7V11H2.5z" />,
  invoice: <path d="M3.5 2h9v12l-2.2-1.3L8 14l-2.3-1.3L3.5 14zM6 5.5h4M6 8.5h4" />,
  report: <path d="M2.5 13.5h11M4.5 11V7.5M8 11V3M11.5 11V5.5" />,
  customer: <path d="M2.5 13.5v-11h7v11M9.5 6h4v7.5M2 13.5h12M5 5.5h2M5 8.2h2M5 11h2" />,
  account: (
    <path d="M8 8.2a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.7 13.8c.6-2.4 2.6-3.5 5.3-3.5s4.7 1.1 5.3 3.5" />
  ),
  people: (
    <path d="M6 7.6a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM1.8 13.2c.4-2.2 2-3.2 4.2-3.2s3.8 1 4.2 3.2M10.6 3a2.3 2.3 0 0 1 0 4.4M11.6 10.2c1.5.3 2.4 1.3 2.7 3" />
  ),
  letter: <path d="M2 3.5h12v9H2zM2 4l6 5 6-5" />,
  role: <path d="M8 2l5 2v3.8c0 3-2 5-5 6.2-3-1.2-5-3.2-5-6.2V4zM6 8l1.5 1.5L10.3 6.6" />,
  key: <path d="M9.8 8.2a3 3 0 1 0-2-2L2.5 11.5v2h2l.8-.8v-1.2h1.2l.8-.8V9.5zM11 5.2v.1" />,
  log: <path d="M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5" />,
  group: <path d="M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z" />,
  place: (
    <path d="M8 14S3.5 9.6 3.5 6.4a4.5 4.5 0 0 1 9 0C12.5 9.6 8 14 8 14zM8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8z" />
  ),
  settings: (
    <path d="M2.5 4.5h6M12 4.5h1.5M10.3 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM2.5 11.5H4M7.5 11.5h6M5.7 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z" />
  ),
  eye: (
    <path d="M1.8 8C3.2 5.2 5.4 3.8 8 3.8s4.8 1.4 6.2 4.2c-1.4 2.8-3.6 4.2-6.2 4.2S3.2 10.8 1.8 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z" />
  ),
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  search: <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2" />,
  retry: <path d="M13 8a5 5 0 1 1-1.5-3.5M13 2.5v3h-3" />,
  locked: <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  arrow: <path d="M6 3.5L10.5 8 6 12.5" />,
  sorted: <path d="M4.5 6.5L8 10l3.5-3.5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A drawing beside words; hidden from assistive technology because the words say it. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className={classes.icon}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
