import type { CollectorField, CollectorProblem } from './collector-input';

/** Unknown, or not the actor's to look after (C6). */
export interface CollectorNotFound {
  readonly code: 'COLLECTOR_NOT_FOUND';
}

/** The site does not exist, or is not the actor's to see. */
export interface CollectorSiteNotFound {
  readonly code: 'SITE_NOT_FOUND';
}

/** Parts of the settings cannot be accepted. */
export interface InvalidCollector {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly {
    readonly path: CollectorField;
    readonly problem: CollectorProblem;
    readonly values: Readonly<Record<string, string | number>>;
  }[];
}
