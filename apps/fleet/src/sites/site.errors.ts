/** Machines still stand there: they move first. */
export interface SiteInUse {
  readonly code: 'SITE_IN_USE';
  readonly deviceCount: number;
}

export type SiteProblem =
  | 'keyLength'
  | 'siteNameNeeded'
  | 'siteNameTaken'
  | 'siteTextNeeded'
  | 'tooLong'
  | 'countryUnknown'
  | 'emailInvalid';

/** What cannot be stored of a place; one entry per field. */
export interface InvalidSite {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly {
    readonly path: string;
    readonly problem: SiteProblem;
    readonly max?: number;
  }[];
}
