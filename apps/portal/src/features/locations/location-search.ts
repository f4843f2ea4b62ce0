/** State of the list of locations as the URL holds it. */
export interface LocationSearch {
  readonly search?: string;
  readonly customer?: string;
  readonly closed?: 'yes';
}

/** Reads the URL; what it does not know it leaves out. */
export function parseLocationSearch(raw: Readonly<Record<string, unknown>>): LocationSearch {
  const text = (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
  return {
    search: text(raw.search),
    customer: text(raw.customer),
    closed: raw.closed === 'yes' ? 'yes' : undefined,
  };
}
