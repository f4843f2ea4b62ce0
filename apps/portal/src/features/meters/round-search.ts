import type { MeterRoundFilter, MeterRoundState } from '@platen/graphql-client';

/** What of a round is shown, as the URL holds it. */
export interface RoundSearch {
  readonly state?: MeterRoundState;
  readonly search?: string;
}

/** Choices of the filter, the one that is meant without a word first. */
export const roundStates: readonly MeterRoundState[] = ['DUE', 'UNMONITORED', 'ALL'];

/** Reads the URL; what it does not know it leaves out, so an old or mistyped link still opens the page. */
export function parseRoundSearch(raw: Readonly<Record<string, unknown>>): RoundSearch {
  const search = typeof raw.search === 'string' && raw.search !== '' ? raw.search.slice(0, 100) : undefined;
  return { search, state: roundStates.find((state) => state === raw.state && state !== 'DUE') };
}

/** The URL's words as a filter of the `MeterRound` document. */
export function roundFilterOf({ state, search }: RoundSearch): MeterRoundFilter {
  return { state: state ?? 'DUE', search: search ?? null, siteId: null };
}
