import { type Clock, type Result, err, judgeReading, oddVerdicts, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { pastsOf } from '../hand-ins/counter-pasts';
import { emitHandIns } from '../hand-ins/write-hand-ins';
import { rebuildMeterMonths } from '../meter-reads/rebuild-months';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { visibilityOf } from '../visibility/visibility.policy';
import { type LatestHandIn, justBefore, latestHandIns, whyFixed } from './latest-hand-in';
import { type HeldMeter, type MeterNotChanged, holdMeter, isReason } from './meter-act';

/** The value that a counter's latest hand-in should have had. */
export interface Correction {
  readonly idempotencyKey: string;
  readonly meterId: string;
  readonly value: number;
  readonly reason: string;
  readonly confirmed?: boolean | null;
}

type Outcome = Result<{ readonly meterId: string }, MeterNotChanged | IdempotencyConflict>;

/** Corrects what was handed in wrongly, within the days of the branch and never in a closed period. */
export class CorrectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Only the latest value can be corrected; the old one stays in the trail, and the books hear of both. */
  correct(actor: Actor, correction: Correction): Promise<Outcome> {
    if (!isReason(correction.reason)) return Promise.resolve(err({ code: 'REASON_NEEDED' }));
    const command = { operation: 'correctMeterRead', key: correction.idempotencyKey, input: correction };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Outcome> => {
        const meter = await holdMeter(tx, visibilityOf(actor), correction.meterId);
        if (!meter) return err({ code: 'METER_NOT_FOUND' });
        const [latest] = await latestHandIns(tx, [meter.id]);
        const now = this.clock.now();
        const refusal = latest ? await refusalOf(tx, meter, latest, correction, now) : 'READ_NOT_LATEST';
        if (!latest || refusal) return err({ code: refusal ?? 'READ_NOT_LATEST' });
        await write(tx, actor, meter, latest, correction, now);
        return ok({ meterId: meter.id });
      }),
    );
  }
}

async function refusalOf(
  tx: Tx,
  meter: HeldMeter,
  latest: LatestHandIn,
  { value, confirmed }: Correction,
  now: Date,
): Promise<MeterNotChanged['code'] | null> {
  const fixed = whyFixed(latest, now);
  if (fixed) return fixed;
  const { read_at: at } = latest;
  const asked = { deviceId: [meter.device.id], kind: [meter.kind], readAt: [justBefore(latest)] };
  const [known] = await pastsOf(tx, asked, now);
  if (!known) return 'METER_NOT_FOUND';
  const verdict = judgeReading({ ...known.past, after: null }, { value, at }, now);
  if (verdict === 'fits') return null;
  if (!oddVerdicts.has(verdict)) return 'VALUE_IMPOSSIBLE';
  return confirmed ? null : 'VALUE_ODD';
}

async function write(
  tx: Tx,
  actor: Actor,
  meter: HeldMeter,
  latest: LatestHandIn,
  { value, reason }: Correction,
  now: Date,
): Promise<void> {
  const by = [actor.kind, actor.id];
  await tx.query(TRAIL, [meter.id, latest.read_at, latest.value, value, reason.trim(), now, ...by]);
  await tx.query(CHANGE, [meter.id, latest.read_at, value]);
  const [handIn] = await tx.query<{ id: string }>(HAND_IN, [
    latest.hand_in_id,
    latest.first_id,
    now,
    reason.trim(),
    ...by,
  ]);
  if (!handIn) throw new Error('The hand-in that was just read is gone.');
  await tx.query(VALUE, [handIn.id, meter.id, value, latest.previous, latest.previous_read_at]);
  await rebuildMeterMonths(tx, [meter.id]);
  await emitHandIns(tx, [handIn.id]);
  const facts = { meter: meter.kind, before: Number(latest.value), after: value };
  await recordDeviceEvents(tx, actor, now, [{ deviceId: meter.device.id, kind: 'reading-corrected', facts }]);
  const { customerId, branchId } = meter.device;
  tx.audit({
    action: 'meter-read.corrected',
    target: { kind: 'meter', id: meter.id },
    facts,
    of: { customerId, branchId },
  });
}

const TRAIL = `
  insert into meter_correction (customer_id, meter_id, read_at, value_before, value_after, reason, corrected_at,
                                actor_kind, actor_id)
  select customer_id, id, $2, $3, $4, $5, $6, $7, $8 from meter where id = $1`;

const CHANGE = 'update meter_read set value = $3 where meter_id = $1 and read_at = $2';

const HAND_IN = `
  insert into meter_hand_in (customer_id, branch_id, device_id, read_at, handed_in_at, source, note, corrects,
                             actor_kind, actor_id)
  select customer_id, branch_id, device_id, read_at, $3, source, $4, $2, $5, $6 from meter_hand_in where id = $1
  returning id`;

const VALUE = `
  insert into meter_hand_in_value (customer_id, hand_in_id, meter_id, value, previous, previous_read_at, verdict)
  select customer_id, $1, id, $3, $4, $5, 'corrected' from meter where id = $2`;
