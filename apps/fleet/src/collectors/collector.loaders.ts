import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { CollectorRow } from './collector.row';
import type { CollectorService } from './collector.service';
import type { CollectorFailure } from './collector.type';
import type { CollectorReportService } from './collector-report.service';

/** Collectors by id, batched per request: null when unknown or not the viewer's to look after. */
export function collectorLoader(
  collectors: CollectorService,
  context: GraphqlContext,
): DataLoader<string, CollectorRow | null> {
  return context.loader(
    'fleet.collector',
    () => new DataLoader((ids) => collectors.findMany(context.actor, ids)),
  );
}

/** Failing addresses by collector. */
export function failureLoader(
  reports: CollectorReportService,
  context: GraphqlContext,
): DataLoader<string, CollectorFailure[]> {
  return context.loader(
    'fleet.collector-failures',
    () => new DataLoader((ids) => reports.failuresOf(context.actor, ids)),
  );
}
