/** Points on every side of a page. */
export const margin = 40;
export const ink = '#1f2933';
export const muted = '#52606d';
export const hairline = '#d9d4c9';
/** The second tone of charts: colour pages. Saturated colours are toner's. */
export const secondTone = '#a9b1ba';
