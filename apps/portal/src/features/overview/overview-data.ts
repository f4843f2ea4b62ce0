import type { OverviewQuery } from '@platen/graphql-client';

/** What the overview shows; a part is absent without its right and null when its service did not answer. */
export type OverviewData = OverviewQuery;
