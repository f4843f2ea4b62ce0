import type { Connection, GraphqlContext, Page } from '@platen/platform';
import DataLoader from 'dataloader';
import type { MeterReadRow, MeterReadsService } from './meter-reads.service';

/** One page of the readings of counters, batched over the counters of the request. */
export function meterReadsLoader(readings: MeterReadsService, context: GraphqlContext, page: Page) {
  return context.loader(
    `fleet.meter-reads ${page.size} ${page.after?.[0] ?? ''}`,
    () =>
      new DataLoader<string, Connection<MeterReadRow>>((ids) => readings.ofMeters(context.actor, ids, page)),
  );
}
