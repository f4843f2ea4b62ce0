import { type Clock, type Result, err, ok } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import { organisationFor } from '../customers/known-customer';
import { lockPeriods } from './lock-periods';

/** Why a period stays open. */
export interface PeriodNotClosed {
  readonly code: 'CUSTOMER_NOT_FOUND' | 'DAY_NOT_OVER' | 'CLOSED_FURTHER';
}

/** Up to where an organisation's readings are settled. */
export interface ClosedPeriod {
  readonly customerId: string;
  /** the last settled day, yyyy-mm-dd */
  readonly closedThrough: string;
}

// The day ends at midnight of the branch; one that is not over there is not closed, and nothing is opened again.
const CLOSE = `
  insert into meter_period_closed as c (customer_id, branch_id, closed_through, closed_before, closed_at, actor_kind,
                                        actor_id)
  select $1, $2, $3::date, day.ended, $4, $5, $6
  from (select ($3::date + 1)::timestamp at time zone
          coalesce((select settings ->> 'timeZone' from known_branch where id = $2), 'UTC') as ended) day
  where day.ended <= $4
  on conflict (customer_id) do update set
    branch_id = excluded.branch_id, closed_through = excluded.closed_through, closed_before = excluded.closed_before,
    closed_at = excluded.closed_at, actor_kind = excluded.actor_kind, actor_id = excluded.actor_id
  where c.closed_through < excluded.closed_through
  returning 1`;

const KNOWN = 'select closed_through::text as through from meter_period_closed where customer_id = $1';

/** Settles readings for good: from then on there are neither new ones up to that day nor corrections. */
export class ClosePeriodService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Waits for the hand-ins that are under way: what they take is settled with the rest, and none comes after.
   * The same day twice is closed once.
   * @param through  the last settled day, yyyy-mm-dd
   */
  close(
    actor: Actor,
    { customerId, through }: { readonly customerId: string; readonly through: string },
  ): Promise<Result<ClosedPeriod, PeriodNotClosed>> {
    return this.work.write(actor, async (tx): Promise<Result<ClosedPeriod, PeriodNotClosed>> => {
      const owner = await organisationFor(tx, actor, customerId);
      if (!owner) return err({ code: 'CUSTOMER_NOT_FOUND' });
      await lockPeriods(tx, owner.customerId);
      const by = [actor.kind, actor.id];
      const closing = [owner.customerId, owner.branchId, through, this.clock.now(), ...by];
      const [closed] = await tx.query(CLOSE, closing);
      const outcome = ok({ customerId: owner.customerId, closedThrough: through });
      if (closed) {
        tx.audit({
          action: 'meter-period.closed',
          target: { kind: 'customer', id: owner.customerId },
          facts: { through },
          of: owner,
        });
        return outcome;
      }
      const [known] = await tx.query<{ through: string }>(KNOWN, [owner.customerId]);
      if (known?.through === through) return outcome;
      return err({ code: known && known.through > through ? 'CLOSED_FURTHER' : 'DAY_NOT_OVER' });
    });
  }
}
