import type { Actor } from '@platen/platform';

/** When an organisation wants to approve an order first. */
export interface ApprovalRule {
  /** every order of somebody who may not approve orders himself */
  readonly always: boolean;
  /** requests of more pieces than this; null: whatever their number */
  readonly aboveQuantity: number | null;
  /** requests that cost more than this in minor units; null: whatever they cost */
  readonly aboveAmountMinor: number | null;
}

/** What holds where nobody said anything. */
export const noApproval: ApprovalRule = { always: false, aboveQuantity: null, aboveAmountMinor: null };

export const approvalReasons = ['always', 'quantity', 'amount'] as const;
export type ApprovalReason = (typeof approvalReasons)[number];

/** What a rule looks at. Without a price an article counts nothing: no rule can judge what nobody knows. */
export interface RequestedPieces {
  readonly quantity: number;
  readonly priceMinor: number | null;
}

/**
 * Why what one person ordered together has to be approved; null: it need not be. Staff order for the customer on the
 * customer's word and need nobody's approval.
 */
export function reasonToApprove(
  rule: ApprovalRule,
  actor: Pick<Actor, 'kind' | 'rights'>,
  lines: readonly RequestedPieces[],
): ApprovalReason | null {
  if (actor.kind === 'staff') return null;
  if (rule.always && !actor.rights.has('order:approve')) return 'always';
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (rule.aboveQuantity !== null && pieces > rule.aboveQuantity) return 'quantity';
  const amount = lines.reduce((sum, { quantity, priceMinor }) => sum + quantity * (priceMinor ?? 0), 0);
  return rule.aboveAmountMinor !== null && amount > rule.aboveAmountMinor ? 'amount' : null;
}
