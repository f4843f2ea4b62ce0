import { createContext, use, useSyncExternalStore } from 'react';
import type { DraftStore } from '../../shared/readings/draft-store';

/** What all fields of the form share. */
export interface OrderForm {
  readonly drafts: DraftStore;
  /** what is wrong with a field, by its id */
  readonly problems: ReadonlyMap<string, string>;
}

const FormContext = createContext<OrderForm | null>(null);
export const OrderFormProvider = FormContext.Provider;

/** One field: its text, how it changes, what is wrong with it. */
export function useField(key: string) {
  const form = use(FormContext);
  if (!form) throw new Error('A field of an order stands outside of its form.');
  const { drafts, problems } = form;
  const { text } = useSyncExternalStore(drafts.listen, () => drafts.of(key));
  return { text, type: (next: string) => drafts.type(key, next), problem: problems.get(key) };
}
