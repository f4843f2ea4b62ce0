import type { PollUpload } from '@platen/contracts';

/** A poll upload as this service works on it: the contract's columns, instants parsed. */
export type PollColumns = Omit<PollUpload, 'polls'> & {
  readonly polls: Omit<PollUpload['polls'], 'polledAt'> & { readonly polledAt: readonly Date[] };
};

/** One part of an upload that cannot be accepted, in words for programs. */
export interface UploadFault {
  readonly path: string;
  readonly message: string;
}
