import { branchChanged } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { BranchEntity } from './branch.entity';

/** Tells the other services of a branch, in the transaction that wrote it. */
export function emitBranchChanged(tx: Tx, { id, code, version, settings }: BranchEntity): void {
  tx.emit(branchChanged, { branchId: id, code, version, settings });
}
