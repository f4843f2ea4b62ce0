import { type Clock, type Result, err, judgeReading, oddVerdicts, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { pastsOf } from '../hand-ins/counter-pasts';
import { emitHandIns } from '../hand-ins/write-hand-ins';
import { rebuildMeterMonths } from '../meter-reads/rebuild-months';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { visibilityOf } from '../visibility/visibility.policy';
import { type HeldMeter, type MeterNotChanged, holdMeter, isReason } from './meter-act';

/** The value that a counter's latest hand-in should have had. */
export interface Correction {
  readonly idempotencyKey: string;
  readonly meterId: string;
  readonly value: number;
  readonly reason: string;
  readonly confirmed?: boolean | null;
}

interface Latest {
  readonly hand_in_id: string;
  readonly first_id: string;
  readonly handed_in_at: Date;
  readonly read_at: Date;
  readonly value: string;
  readonly previous: string | null;
  readonly previous_read_at: Date | null;
  readonly newer: boolean;
}

type Outcome = Result<{ readonly meterId: string }, MeterNotChanged | IdempotencyConflict>;

const DAY_MS = 86_400_000;

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
        const [latest] = await tx.query<Latest & Record<string, unknown>>(LATEST, [meter.id]);
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
  latest: Latest,
  { value, confirmed }: Correction,
  now: Date,
): Promise<MeterNotChanged['code'] | null> {
  const { read_at: at } = latest;
  if (latest.newer) return 'READ_NOT_LATEST';
  if (meter.closedBefore && at < meter.closedBefore) return 'PERIOD_CLOSED';
  if (now.getTime() - latest.handed_in_at.getTime() > meter.correctionDays * DAY_MS)
    return 'CORRECTION_TOO_LATE';
  // judged by what was known just before it: not by the value that is to go
  const before = new Date(at.getTime() - 1);
  const asked = { deviceId: [meter.device.id], kind: [meter.kind], readAt: [before] };
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
  latest: Latest,
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

// newer: something was read of it since, by whomever; then the wrong value is history and a case for the provider.
const LATEST = `
  select h.id as hand_in_id, coalesce(h.corrects, h.id) as first_id, h.handed_in_at, h.read_at, r.value, v.previous,
    v.previous_read_at,
    exists (select from meter_read n where n.meter_id = v.meter_id and n.read_at > h.read_at and n.withdrawn_at is null)
      as newer
  from meter_hand_in_value v
    join meter_hand_in h on h.id = v.hand_in_id
    join meter_read r on r.meter_id = v.meter_id and r.read_at = h.read_at and r.withdrawn_at is null
  where v.meter_id = $1 and h.source <> 'device'
  order by h.read_at desc, h.id desc limit 1`;

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
