/** How far a hand-in is on its way into the books. */
export const exportStates = ['waiting', 'booked', 'refused'] as const;
export type ExportState = (typeof exportStates)[number];

/** What the books say of a hand-in: the reference under which it stands there, or why they do not take it. */
export type Answer = { readonly reference: string } | { readonly refusal: string };

/** Where a hand-in stands. */
export interface Standing {
  readonly state: ExportState;
  /** of a booked one the reference, of a refused one the reason */
  readonly word: string | null;
}

/** What becomes of an answer; `kept`: the books said otherwise before, and what is booked stays booked. */
export const settlements = ['booked', 'refused', 'unchanged', 'kept', 'unknown'] as const;
export type Settlement = (typeof settlements)[number];

/** The same answer again changes nothing; what was refused may be booked after all, never the other way round. */
export function settle(
  now: Standing,
  answer: Answer,
): { readonly settlement: Settlement; readonly next: Standing } {
  const next: Standing =
    'reference' in answer
      ? { state: 'booked', word: answer.reference }
      : { state: 'refused', word: answer.refusal };
  if (now.state === next.state && now.word === next.word) return { settlement: 'unchanged', next: now };
  if (now.state === 'booked') return { settlement: 'kept', next: now };
  return { settlement: next.state === 'booked' ? 'booked' : 'refused', next };
}
