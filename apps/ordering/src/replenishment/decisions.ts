import type { Tx } from '@platen/platform';
import type { ReasonCode, ReasonInputs } from './reason-inputs';
import type { SuppliedPlace } from './supply-ledger';

/** A decision as it is stored. */
export interface RecordedDecision {
  readonly action: 'order' | 'wait';
  readonly decidedAt: Date;
  readonly reason: { readonly code: ReasonCode; readonly inputs: ReasonInputs };
}

const INSERT = `
  insert into replenishment_decision (customer_id, branch_id, device_id, supply_slot, decided_at, action, code, inputs)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`;

type DecidedPlace = Pick<SuppliedPlace, 'customerId' | 'branchId' | 'deviceId' | 'slot'>;

/** Stores a decision with what it rests on. @returns its id */
export async function recordDecision(
  tx: Tx,
  place: DecidedPlace,
  decision: RecordedDecision,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(INSERT, [
    place.customerId,
    place.branchId,
    place.deviceId,
    place.slot,
    decision.decidedAt,
    decision.action,
    decision.reason.code,
    JSON.stringify(decision.reason.inputs),
  ]);
  if (!row) throw new Error('A decision was not stored.');
  return row.id;
}
