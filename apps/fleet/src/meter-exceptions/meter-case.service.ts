import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type Page,
  type UnitOfWork,
  isId,
  toConnection,
} from '@platen/platform';
import { type MeterNotChanged, holdMeter, isReason } from '../corrections/meter-act';
import { declareHeld } from '../corrections/reset.service';
import { rowsOfDevices } from '../devices/rows-of-devices';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';
import { withdraw } from './withdraw';

/** Why a value is a case: it fell, jumped by a million, was odd and confirmed, or the books refused it. */
export const caseKinds = ['fell', 'jumped', 'flagged', 'refused'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What can be decided. */
export const caseDecisions = ['accepted', 'reset', 'replaced', 'withdrawn'] as const;
export type CaseDecision = (typeof caseDecisions)[number];

/** An odd counter value that waits for a person. */
export interface MeterCaseRow {
  readonly id: string;
  readonly customer_id: string;
  readonly device_id: string;
  readonly meter_kind: string;
  readonly kind: CaseKind;
  readonly value_before: string;
  readonly value: string;
  readonly read_at: Date;
  readonly last_value: string;
  readonly last_read_at: Date;
  readonly opened_at: Date;
}

export interface CaseFilter {
  readonly kind: CaseKind | null;
  readonly customerId: string | null;
  /** 0: of any age */
  readonly openDays: number;
}

/** No such open case among those of the actor's. */
export interface CaseNotFound {
  readonly code: 'CASE_NOT_FOUND';
}

const DAY_MS = 86_400_000;

const COLUMNS = `c.id, c.customer_id, m.device_id, m.kind as meter_kind, c.kind, c.value_before, c.value, c.read_at, c.last_value,
  c.last_read_at, c.opened_at`;
const FROM = 'meter_exception c join meter m on m.id = c.meter_id join device d on d.id = m.device_id';

/** Odd counter values as a queue for the provider's people. */
export class MeterCaseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Open cases, the oldest first. */
  async list(actor: Actor, filter: CaseFilter, page: Page): Promise<Connection<MeterCaseRow>> {
    const visible = visibleDevices(visibilityOf(actor), 7);
    const [openedAt = null, id = null] = page.after ?? [];
    const openedBy =
      filter.openDays === 0 ? null : new Date(this.clock.now().getTime() - filter.openDays * DAY_MS);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<MeterCaseRow & Record<string, unknown>>(
        `select ${COLUMNS} from ${FROM} where c.resolved_at is null
           and ($2::text is null or c.kind = $2) and ($3::uuid is null or c.customer_id = $3)
           and ($4::timestamptz is null or (c.opened_at, c.id) > ($4::timestamptz, $5::uuid))
           and ($6::timestamptz is null or c.opened_at <= $6) and ${visible.sql}
         order by c.opened_at, c.id limit $1`,
        [page.size + 1, filter.kind, filter.customerId, openedAt, id, openedBy, ...visible.parameters],
      ),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.opened_at.toISOString(), row.id],
    );
  }

  /** Open cases of each of these machines, the machines being ones that the actor sees. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<MeterCaseRow[][]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<MeterCaseRow & Record<string, unknown>>(
        `select ${COLUMNS} from ${FROM} where c.resolved_at is null and d.id = any($1::uuid[]) order by c.opened_at`,
        [deviceIds],
      ),
    );
    return rowsOfDevices(deviceIds, rows);
  }

  /** Decides an open case once; the months follow. */
  decide(
    actor: Actor,
    input: { readonly id: string; readonly decision: CaseDecision; readonly reason: string },
  ): Promise<Result<{ readonly id: string }, CaseNotFound | MeterNotChanged>> {
    if (!isReason(input.reason)) return Promise.resolve(err({ code: 'REASON_NEEDED' }));
    return this.work.write(
      actor,
      async (tx): Promise<Result<{ readonly id: string }, CaseNotFound | MeterNotChanged>> => {
        const [found] = isId(input.id)
          ? await tx.query<OpenCase & Record<string, unknown>>(OPEN, [input.id])
          : [];
        const meter = found && (await holdMeter(tx, visibilityOf(actor), found.meter_id));
        // decided by somebody else while this one waited for the machine
        const [open] = meter ? await tx.query<OpenCase & Record<string, unknown>>(OPEN, [input.id]) : [];
        if (!meter || !open) return err({ code: 'CASE_NOT_FOUND' });
        if (meter.closedBefore && open.read_at < meter.closedBefore && input.decision !== 'accepted')
          return err({ code: 'PERIOD_CLOSED' });
        const now = this.clock.now();
        await tx.query(RESOLVE, [open.id, now, input.decision, input.reason.trim(), actor.kind, actor.id]);
        if (input.decision === 'withdrawn') await withdraw(tx, actor, open, input.reason.trim(), now);
        if (input.decision === 'reset' || input.decision === 'replaced') {
          const declared = await declareHeld(tx, actor, meter, resetOf(open, input.decision), now);
          if (!declared) return err({ code: 'RESET_KNOWN' });
        }
        const { customerId, branchId } = meter.device;
        tx.audit({
          action: 'meter-exception.resolved',
          target: { kind: 'meter', id: meter.id },
          facts: { case: open.kind, decision: input.decision, value: Number(open.value) },
          of: { customerId, branchId },
        });
        return ok({ id: open.id });
      },
    );
  }
}

interface OpenCase {
  readonly id: string;
  readonly meter_id: string;
  readonly kind: CaseKind;
  readonly value_before: string;
  readonly value: string;
  readonly read_at: Date;
}

const resetOf = (open: OpenCase, reason: 'reset' | 'replaced') => ({
  meterId: open.meter_id,
  at: open.read_at,
  valueBefore: Number(open.value_before),
  valueAfter: Number(open.value),
  reason,
});

const OPEN = `select id, meter_id, kind, value_before, value, read_at, last_read_at from meter_exception
  where id = $1 and resolved_at is null`;

const RESOLVE = `update meter_exception set resolved_at = $2, decision = $3, decision_reason = $4,
  decided_by_kind = $5, decided_by = $6 where id = $1`;
