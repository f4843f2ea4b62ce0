import { type MoveStep, moveSteps } from './move-draft';

/** State of the move page as the URL holds it. */
export interface MoveSearch {
  readonly step?: MoveStep;
}

/** Reads the URL; an unknown step is the first one. */
export function parseMoveSearch(raw: Readonly<Record<string, unknown>>): MoveSearch {
  return { step: moveSteps.find((step) => step === raw.step) };
}
