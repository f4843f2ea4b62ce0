/** Most machines of one order. */
export const mostMachines = 25;

/** What the order is for, as the URL holds it. */
export interface NewOrderSearch {
  /** ids of machines, joined by commas */
  readonly machines?: string;
}

/** Reads the URL; what it does not know it leaves out. */
export function parseNewOrderSearch(raw: Readonly<Record<string, unknown>>): NewOrderSearch {
  return typeof raw.machines === 'string' && raw.machines !== ''
    ? { machines: joined(idsOf({ machines: raw.machines })) }
    : {};
}

/** The machines that are named, each once. */
export function idsOf({ machines = '' }: NewOrderSearch): string[] {
  const ids = machines.split(',').filter((id) => id !== '' && id.length <= 100);
  return [...new Set(ids)].slice(0, mostMachines);
}

export const joined = (ids: readonly string[]): string => [...new Set(ids)].slice(0, mostMachines).join(',');
