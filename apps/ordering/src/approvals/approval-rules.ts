import { type Clock, type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import type { InputFault, InvalidInput } from '../input-faults';
import { type ApprovalRule, noApproval } from './approval-rule';

/** Highest figures of a rule. */
export const MOST_PIECES_RULE = 99_999;
export const MOST_AMOUNT_MINOR = 1_000_000_000;

const RULE = `
  select always, above_quantity as "aboveQuantity", above_amount_minor::float8 as "aboveAmountMinor"
  from approval_rule where customer_id = $1`;

const KEEP = `
  insert into approval_rule (customer_id, branch_id, always, above_quantity, above_amount_minor, changed_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (customer_id) do update set always = excluded.always, above_quantity = excluded.above_quantity,
    above_amount_minor = excluded.above_amount_minor, changed_at = excluded.changed_at`;

/** The rule of an organisation. */
export async function ruleOf(tx: Tx, customerId: string): Promise<ApprovalRule> {
  const [rule] = await tx.query<ApprovalRule & Record<string, unknown>>(RULE, [customerId]);
  return rule ?? noApproval;
}

/** When an organisation approves orders; its user administrators say so, for themselves alone. */
export class ApprovalRuleService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The rule of the actor's own organisation; null for who has none. */
  async own(actor: Actor): Promise<ApprovalRule | null> {
    const { customerId } = actor;
    return customerId ? this.work.read(actor, (tx) => ruleOf(tx, customerId)) : null;
  }

  /** Orders that wait already go on waiting. */
  async change(actor: Actor, rule: ApprovalRule): Promise<Result<ApprovalRule, InvalidInput>> {
    const { customerId, branchId } = actor;
    const fields = faultsOf(rule);
    if (!customerId || !branchId || fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    return this.work.write(actor, async (tx) => {
      const before = await ruleOf(tx, customerId);
      const { always, aboveQuantity, aboveAmountMinor } = rule;
      await tx.query(KEEP, [customerId, branchId, always, aboveQuantity, aboveAmountMinor, this.clock.now()]);
      tx.audit({
        action: 'approval-rule.changed',
        target: { kind: 'customer', id: customerId },
        facts: {
          alwaysBefore: before.always,
          always,
          aboveQuantityBefore: before.aboveQuantity,
          aboveQuantity,
          aboveAmountMinorBefore: before.aboveAmountMinor,
          aboveAmountMinor,
        },
      });
      return ok(rule);
    });
  }
}

function faultsOf({ aboveQuantity, aboveAmountMinor }: ApprovalRule): InputFault[] {
  return [
    ...range('aboveQuantity', aboveQuantity, 1, MOST_PIECES_RULE),
    ...range('aboveAmountMinor', aboveAmountMinor, 0, MOST_AMOUNT_MINOR),
  ];
}

function range(path: string, value: number | null, min: number, max: number): InputFault[] {
  if (value === null || (Number.isInteger(value) && value >= min && value <= max)) return [];
  return [{ path, problem: 'wholeNumberRange', values: { min, max } }];
}
