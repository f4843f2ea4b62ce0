import type { MeterLinkQuery } from '@platen/graphql-client';

/** A machine of a link, with its counters. */
export type LinkedMachine = NonNullable<MeterLinkQuery['meterLink']>['machines'][number];
export type LinkedMeter = LinkedMachine['meters'][number];
