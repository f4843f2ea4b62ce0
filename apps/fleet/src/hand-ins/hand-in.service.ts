import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { lockVisibleDevices } from '../devices/lock-devices';
import type { ReadingMonths } from '../meter-reads/reading-months';
import { isTimely } from '../polls/sorted-upload';
import { visibilityOf } from '../visibility/visibility.policy';
import { type HandInInput, faultsOfHandIn, toColumns } from './hand-in-input';
import type { InvalidHandIn } from './hand-in.errors';
import { type TakenRow, takeReads } from './take-reads';

/** Counter values as people and partners hand them in (R62). */
export class HandInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly months: ReadingMonths,
  ) {}

  /**
   * Takes a whole grid of values in one transaction, by a fixed number of statements. Each row has its own verdict;
   * the same value of the same instant again changes nothing, from however many sides it comes.
   */
  async handIn(
    actor: Actor,
    input: HandInInput,
  ): Promise<Result<readonly TakenRow[], InvalidHandIn | IdempotencyConflict>> {
    const fields = faultsOfHandIn(input);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const now = this.clock.now();
    await this.months.ensure(input.rows.readAt.filter((at) => isTimely(at, now)));
    const command = { operation: 'handInMeterReads', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async () => ok(await handInWith(tx, actor, input, now))),
    );
  }
}

async function handInWith(tx: Tx, actor: Actor, input: HandInInput, now: Date): Promise<readonly TakenRow[]> {
  const rows = toColumns(input);
  const devices = await lockVisibleDevices(tx, visibilityOf(actor), rows.deviceId);
  const handing = {
    by: actor,
    source: actor.kind === 'partner' ? ('partner' as const) : ('portal' as const),
    note: input.note?.trim() || null,
    allOrNothing: input.allOrNothing ?? false,
  };
  const taken = await takeReads(tx, handing, devices, rows, now);
  auditHandIn(tx, rows.deviceId, devices, taken);
  return taken;
}

/** Kept in the log of each organisation whose machines were handed in for. */
function auditHandIn(
  tx: Tx,
  deviceIds: readonly string[],
  devices: readonly { readonly id: string; readonly customerId: string; readonly branchId: string }[],
  taken: readonly TakenRow[],
): void {
  const accepted = taken.flatMap(({ handInId, verdict }, row) =>
    handInId === null ? [] : [{ deviceId: deviceIds[row] ?? '', verdict }],
  );
  for (const customerId of new Set(devices.map((device) => device.customerId))) {
    const machines = devices.filter((device) => device.customerId === customerId);
    const ids = new Set(machines.map((device) => device.id));
    const values = accepted.filter(({ deviceId }) => ids.has(deviceId));
    const [first, ...others] = new Set(values.map(({ deviceId }) => deviceId));
    if (!first) continue;
    tx.audit({
      action: 'meter-reads.handed-in',
      ...(others.length === 0 ? { target: { kind: 'device', id: first } } : {}),
      facts: {
        devices: 1 + others.length,
        values: values.length,
        confirmed: values.filter(({ verdict }) => verdict !== 'fits').length,
      },
      of: { customerId, branchId: machines[0]?.branchId ?? null },
    });
  }
}
