import type { MeterToReadFragment, RoundStopFragment } from '@platen/graphql-client';
import { inOrder } from '../../shared/readings/meter-name';

/** One counter of one machine, as somebody goes round and reads them. */
export interface RoundLine {
  /** stays the same through reloads; also the id of its field */
  readonly key: string;
  readonly device: RoundStopFragment['device'];
  readonly due: boolean;
  readonly kind: string;
  readonly expectation: MeterToReadFragment['expectation'];
}

/** The counters of a round, machine by machine. A machine of which nothing was ever read is read for its total. */
export function linesOf(stops: readonly RoundStopFragment[]): RoundLine[] {
  return stops.flatMap(({ device, due }) => {
    const meters = inOrder(device.meters);
    const line = (kind: string, expectation: RoundLine['expectation']): RoundLine => ({
      key: `reading ${device.id} ${kind}`,
      device,
      due,
      kind,
      expectation,
    });
    return meters.length === 0
      ? [line('total', null)]
      : meters.map((meter) => line(meter.kind, meter.expectation));
  });
}
