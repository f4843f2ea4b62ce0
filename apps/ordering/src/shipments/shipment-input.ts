import { createHash } from 'node:crypto';
import type { OrderName } from '../orders/lock-order';
import { type InputFault } from '../input-faults';

/** How much of what lies in a parcel: the line by its id or by the article's part number. */
export interface ShippedLine {
  readonly lineId?: string | null;
  readonly partNumber?: string | null;
  readonly quantity: number;
}

/** Which order a parcel belongs to, and the sender's own number for the parcel. */
export interface ParcelName {
  readonly key: string;
  readonly orderId?: string | null;
  readonly orderNumber?: string | null;
}

/** A parcel has left. */
export interface ShipmentReport extends ParcelName {
  readonly carrierKey?: string | null;
  readonly trackingNumber?: string | null;
  readonly shippedAt: Date;
  /** null: all that has not left yet */
  readonly lines?: readonly ShippedLine[] | null;
}

/** A parcel has arrived. */
export interface DeliveryReport extends ParcelName {
  readonly deliveredAt: Date;
}

const LONGEST_KEY = 100;
const MOST_LINES = 100;
const MOST_PIECES = 999;
const DAY_MS = 86_400_000;
/** Clocks of partners may be a little ahead. */
const AHEAD_MS = DAY_MS;
const OLDEST_MS = 400 * DAY_MS;

const PRINTABLE = /^[^\p{Cc}]+$/u;
const TRACKING_NUMBER = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,59}$/u;

/** What is wrong with a report that a parcel has left. */
export function shipmentFaults(report: ShipmentReport, now: Date): InputFault[] {
  const faults = [...parcelFaults(report), ...momentFaults('shippedAt', report.shippedAt, now)];
  if (report.trackingNumber && !TRACKING_NUMBER.test(report.trackingNumber))
    faults.push({ path: 'trackingNumber', problem: 'trackingNumberInvalid' });
  return [...faults, ...lineFaults(report.lines ?? null)];
}

/** What is wrong with a report that a parcel has arrived. */
export function deliveryFaults(report: DeliveryReport, now: Date): InputFault[] {
  return [...parcelFaults(report), ...momentFaults('deliveredAt', report.deliveredAt, now)];
}

/** The order that a report without faults names. */
export function orderNameOf({ orderId, orderNumber }: ParcelName): OrderName {
  return orderId ? { id: orderId } : { number: (orderNumber ?? '').trim() };
}

/** What was told of a parcel, comparable: the same report has the same hash, whatever order it was named by. */
export function hashOf(report: ShipmentReport): string {
  const { carrierKey, trackingNumber, shippedAt, lines } = report;
  const told = [
    carrierKey || null,
    trackingNumber || null,
    shippedAt.toISOString(),
    lines?.map(({ lineId, partNumber, quantity }) => [lineId || null, partNumber || null, quantity]) ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

function parcelFaults({ key, orderId, orderNumber }: ParcelName): InputFault[] {
  const faults: InputFault[] = [];
  if (key.length > LONGEST_KEY || !PRINTABLE.test(key.trim()))
    faults.push({ path: 'key', problem: 'shipmentKeyInvalid', values: { max: LONGEST_KEY } });
  if (Boolean(orderId) === Boolean(orderNumber?.trim()))
    faults.push({ path: 'orderId', problem: 'orderIdOrNumber' });
  return faults;
}

function momentFaults(path: string, moment: Date, now: Date): InputFault[] {
  const age = now.getTime() - moment.getTime();
  return age >= -AHEAD_MS && age <= OLDEST_MS ? [] : [{ path, problem: 'shipmentMoment' }];
}

function lineFaults(lines: readonly ShippedLine[] | null): InputFault[] {
  if (lines === null) return [];
  if (lines.length === 0 || lines.length > MOST_LINES)
    return [{ path: 'lines', problem: 'shipmentLinesCount', values: { max: MOST_LINES } }];
  return lines.flatMap(({ lineId, partNumber, quantity }, index): InputFault[] => {
    const path = `lines.${index}`;
    if (Boolean(lineId) === Boolean(partNumber)) return [{ path, problem: 'lineIdOrPartNumber' }];
    if (quantity < 1 || quantity > MOST_PIECES)
      return [{ path: `${path}.quantity`, problem: 'quantityRange', values: { max: MOST_PIECES } }];
    return [];
  });
}
