import type { MeterToReadFragment, RoundStopFragment } from '@platen/graphql-client';
import { inOrder } from './meter-name';

/** What of a machine is needed to read its counters. */
export type RoundMachine = Pick<
  RoundStopFragment['device'],
  'id' | 'name' | 'serialNumber' | 'equipmentId' | 'site'
>;

/** One counter of one machine, as somebody goes round and reads them. */
export interface RoundLine {
  /** stays the same through reloads; also the id of its field */
  readonly key: string;
  readonly device: RoundMachine;
  readonly due: boolean;
  readonly kind: string;
  readonly expectation: MeterToReadFragment['expectation'];
}

/** The counters of a round, machine by machine. */
export function linesOf(stops: readonly RoundStopFragment[]): RoundLine[] {
  return stops.flatMap(({ device, due }) => linesOfMachine(device, device.meters, due));
}

/** The counters of one machine in the order in which people read them. Nothing read yet: it is read for its total. */
export function linesOfMachine(
  device: RoundMachine,
  meters: readonly Pick<MeterToReadFragment, 'kind' | 'expectation'>[],
  due: boolean,
): RoundLine[] {
  const counters = meters.length === 0 ? [{ kind: 'total', expectation: null }] : inOrder(meters);
  return counters.map(({ kind, expectation }) => ({
    key: `reading ${device.id} ${kind}`,
    device,
    due,
    kind,
    expectation,
  }));
}
