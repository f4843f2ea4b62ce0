import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { pastsOf } from '../hand-ins/counter-pasts';
import { type ResetReason, declareMeterReset } from '../meter-reads/meter-resets';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { visibilityOf } from '../visibility/visibility.policy';
import { type HeldMeter, type MeterNotChanged, holdMeter } from './meter-act';

/** What somebody says of a counter that went on from another value. */
export interface Declaration {
  readonly idempotencyKey: string;
  readonly meterId: string;
  readonly at: Date;
  readonly valueBefore: number;
  readonly valueAfter: number;
  readonly reason: ResetReason;
}

type Outcome = Result<{ readonly meterId: string }, MeterNotChanged | IdempotencyConflict>;

/** People's clocks may be ahead by this much. */
const FUTURE_MS = 10 * 60_000;

/** Resets, replaced counters and counters that ran over, as people declare them. */
export class ResetService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** From then on the counter is judged by its new value; what waited for this explanation is settled. */
  declare(actor: Actor, declaration: Declaration): Promise<Outcome> {
    const command = { operation: 'declareMeterReset', key: declaration.idempotencyKey, input: declaration };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Outcome> => {
        const meter = await holdMeter(tx, visibilityOf(actor), declaration.meterId);
        if (!meter) return err({ code: 'METER_NOT_FOUND' });
        const now = this.clock.now();
        const refusal = await refusalOf(tx, meter, declaration, now);
        if (refusal) return err({ code: refusal });
        const declared = await declareHeld(tx, actor, meter, declaration, now);
        return declared ? ok({ meterId: meter.id }) : err({ code: 'RESET_KNOWN' });
      }),
    );
  }
}

async function refusalOf(
  tx: Tx,
  meter: HeldMeter,
  { at, valueBefore, valueAfter, reason }: Declaration,
  now: Date,
): Promise<MeterNotChanged['code'] | null> {
  if (at.getTime() - now.getTime() > FUTURE_MS) return 'TIME_IMPOSSIBLE';
  if (meter.closedBefore && at < meter.closedBefore) return 'PERIOD_CLOSED';
  // it stood at least where it was last read, and what runs over begins again below
  const asked = { deviceId: [meter.device.id], kind: [meter.kind], readAt: [new Date(at.getTime() - 1)] };
  const [known] = await pastsOf(tx, asked, now);
  if (known?.past.before && valueBefore < known.past.before.value) return 'VALUE_IMPOSSIBLE';
  return reason === 'rolled-over' && valueAfter >= valueBefore ? 'VALUE_IMPOSSIBLE' : null;
}

/** Declares it, settles the open case, and puts it on the machine's timeline. @returns false when it was known */
export async function declareHeld(
  tx: Tx,
  actor: Actor,
  meter: HeldMeter,
  declaration: Omit<Declaration, 'idempotencyKey'>,
  now: Date,
): Promise<boolean> {
  const { at, valueBefore, valueAfter, reason } = declaration;
  if (!(await declareMeterReset(tx, actor, { ...declaration, meterId: meter.id }, now))) return false;
  if (reason === 'rolled-over')
    await tx.query(KEEP_DIGITS, [meter.id, String(Math.max(0, valueBefore - 1)).length]);
  await tx.query(SETTLE, [meter.id, at, reason, now, actor.kind, actor.id]);
  const facts = { meter: meter.kind, before: valueBefore, after: valueAfter, reason };
  const kind = reason === 'replaced' ? 'counter-replaced' : 'counter-reset';
  await recordDeviceEvents(tx, actor, at, [{ deviceId: meter.device.id, kind, facts }]);
  const { customerId, branchId } = meter.device;
  tx.audit({
    action: 'meter.reset',
    target: { kind: 'meter', id: meter.id },
    facts,
    of: { customerId, branchId },
  });
  return true;
}

const KEEP_DIGITS = 'update meter set digits = least(greatest($2::int, 3), 12) where id = $1';

const SETTLE = `
  update meter_exception set resolved_at = $4, decision = $3, decided_by_kind = $5, decided_by = $6
  where meter_id = $1 and kind = 'fell' and resolved_at is null and read_at >= $2`;
