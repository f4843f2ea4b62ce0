import type { WorldModel } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { INSERT, valuesOf } from './model.service';

/** Puts models into the catalogues of their branches; what is there already stays. */
export async function loadModels(tx: Tx, models: readonly WorldModel[]): Promise<void> {
  for (const { branchId, ...facts } of models) await tx.query(INSERT, [branchId, ...valuesOf(facts)]);
}
