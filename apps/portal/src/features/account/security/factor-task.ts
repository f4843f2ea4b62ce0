/** What is being done with the second factors; one thing at a time. */
export type FactorTask =
  | { readonly kind: 'setApp' }
  | { readonly kind: 'removeApp' }
  | { readonly kind: 'addPasskey' }
  | { readonly kind: 'renamePasskey'; readonly id: string; readonly name: string }
  | { readonly kind: 'removePasskey'; readonly id: string; readonly name: string }
  | { readonly kind: 'renewCodes' };

/** What was done, for the word about it. */
export type FactorDone =
  | 'app.added'
  | 'app.removed'
  | 'passkeys.added'
  | 'passkeys.removed'
  | 'passkeys.renamed';

/** How a task ends. */
export interface FactorTaskEnd {
  /** @param codes  recovery codes to be shown now, or null */
  readonly onDone: (done: FactorDone | null, codes: readonly string[] | null) => void;
  readonly onCancel: () => void;
}
