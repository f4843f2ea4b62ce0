import { createContext, use, useSyncExternalStore } from 'react';
import { type TypedJudgement, judgeTyped } from './judge-typed';
import type { Draft, DraftStore } from './draft-store';
import type { RoundLine } from './round-lines';

/** What all fields of a round share. */
export interface Round {
  readonly drafts: DraftStore;
  /** when the counters were read */
  readonly readAt: Date;
  /** the service's own words about a line, until something else is typed there */
  readonly answers: ReadonlyMap<string, string>;
  readonly paste: (text: string, from: string) => void;
}

const RoundContext = createContext<Round | null>(null);
export const RoundProvider = RoundContext.Provider;

export function useRound(): Round {
  const round = use(RoundContext);
  if (!round) throw new Error('A field of a round stands outside of one.');
  return round;
}

/** What was typed for a line, and what is to be said of it now. */
export function useLine(line: RoundLine): { readonly draft: Draft; readonly judgement: TypedJudgement } {
  const { drafts, readAt } = useRound();
  const draft = useSyncExternalStore(drafts.listen, () => drafts.of(line.key));
  return { draft, judgement: judgeTyped(draft.text, line.expectation, readAt, new Date()) };
}
