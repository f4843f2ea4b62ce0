import type { BranchSettingsInput, BranchSettingsQuery } from '@platen/graphql-client';
import type { CommandFailure } from '../../shared/use-command';

/** Settings that stand, as they were read. */
export type PresentSettings = BranchSettingsQuery['branchSettings'];

/** Settings as they are typed, before anybody has checked them. */
export type Draft = PresentSettings['settings'];

/** What every section of the form gets: its part of the draft, and what was wrong with it. */
export interface SectionProps<Group extends keyof Draft> {
  readonly value: Draft[Group];
  readonly failure: CommandFailure | undefined;
  readonly onChange: (next: Draft[Group]) => void;
}

/** The draft without what the cache added to it: the service takes fields it knows, and no others. */
export function toInput(draft: Draft): BranchSettingsInput {
  return withoutTypename(draft) as BranchSettingsInput;
}

function withoutTypename(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTypename);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '__typename');
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutTypename(part)]));
}

/** A whole number as typed; what is none becomes a number that the service refuses with words at the field. */
export function wholeNumber(text: string): number {
  const digits = text.trim();
  return /^\d{1,12}$/.test(digits) ? Number(digits) : 0;
}
