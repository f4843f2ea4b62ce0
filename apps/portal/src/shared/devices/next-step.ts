import type { DeviceRowFragment, SupplyColor, SupplyKind } from '@platen/graphql-client';
import { underWay } from '../under-way';

/** What happens next with a machine's supplies; the words are `devices.next.*`. */
export type NextStep =
  | { readonly kind: 'arrives'; readonly supply: SupplyRef | undefined; readonly expectedOn: string }
  | { readonly kind: 'backordered'; readonly supply: SupplyRef | undefined; readonly expectedOn: string }
  | { readonly kind: 'noReading'; readonly since: string }
  | { readonly kind: 'runsOut'; readonly supply: SupplyRef; readonly days: { low: number; high: number } }
  | { readonly kind: 'lookYourself' }
  | { readonly kind: 'nothingKnown' };

/** Enough of a supply to name it. */
export interface SupplyRef {
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly description: string;
}

type Device = Pick<DeviceRowFragment, 'state' | 'monitored' | 'lastSeenAt' | 'supplies'> & {
  readonly lastOrder?: DeviceRowFragment['lastOrder'];
};

/** Nobody prints on these, so nothing of them runs out. */
const unwatched: ReadonlySet<Device['state']> = new Set(['PLANNED', 'IN_REPAIR', 'RETIRED'] as const);

/** The one thing worth saying in a list, most certain first: a delivery, a silence, the next supply to run out. */
export function nextStep(device: Device): NextStep {
  const order = device.lastOrder;
  if (order && underWay.includes(order.status)) {
    const kind = order.status === 'BACKORDERED' ? 'backordered' : 'arrives';
    return { kind, supply: orderedSupply(order), expectedOn: order.expectedOn };
  }
  if (unwatched.has(device.state)) return { kind: 'nothingKnown' };
  if (!device.monitored) return { kind: 'lookYourself' };
  if (device.state === 'SILENT' && device.lastSeenAt) return { kind: 'noReading', since: device.lastSeenAt };
  const first = firstToRunOut(device.supplies);
  return first?.daysLeft
    ? { kind: 'runsOut', supply: first, days: first.daysLeft }
    : { kind: 'nothingKnown' };
}

function orderedSupply(order: NonNullable<Device['lastOrder']>): SupplyRef | undefined {
  const article = order.lines[0]?.article;
  return article ? { kind: article.kind, color: article.color ?? 'NONE', description: '' } : undefined;
}

function firstToRunOut(supplies: Device['supplies']): Device['supplies'][number] | undefined {
  return supplies
    .filter(({ daysLeft }) => daysLeft !== null)
    .toSorted((a, b) => (a.daysLeft?.low ?? 0) - (b.daysLeft?.low ?? 0))[0];
}
