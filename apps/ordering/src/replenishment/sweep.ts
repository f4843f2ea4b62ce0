import { type PayloadOf, defineJob } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { HandlerContext } from '@platen/platform';
import { z } from 'zod';
import { replenishmentOf } from './known-replenishment';
import { learnOfBranch } from './learn-branch';
import type { ReplenishmentService } from './replenishment.service';

/** Orders a look at every machine of every branch. */
export const sweepReplenishment = defineJob({
  name: 'ordering.sweep-replenishment',
  payload: z.object({}),
});

/** The machines of one branch, from an id on. */
export const sweepBranch = defineJob({
  name: 'ordering.sweep-branch',
  payload: z.object({ branchId: z.uuid(), startedAt: z.iso.datetime(), after: z.uuid().nullable() }),
});

/** One machine, unless a reading has had it decided on since the sweep began. */
export const evaluateDevice = defineJob({
  name: 'ordering.evaluate-device',
  payload: z.object({ deviceId: z.uuid(), customerId: z.uuid(), startedAt: z.iso.datetime() }),
});

type Context = Pick<HandlerContext, 'tx'>;

/** Machines that one job hands on. */
const BATCH = 500;

const NEXT = `
  select d.id, d.customer_id as "customerId" from known_device d
  where d.branch_id = $1 and d.monitored and d.active and ($2::uuid is null or d.id > $2)
    and exists (select 1 from known_supply s where s.device_id = d.id)
  order by d.id limit ${BATCH}`;

const EVALUATED_SINCE = 'select 1 from device_track where device_id = $1 and evaluated_at >= $2';

/** Each branch is swept by jobs of its own, so that a large one holds up no other. */
export async function sweepBranches(clock: Clock, { tx }: Context): Promise<void> {
  const branches = await tx.query<{ id: string }>('select id from known_branch order by id');
  const startedAt = clock.now().toISOString();
  for (const { id: branchId } of branches) tx.enqueue(sweepBranch, { branchId, startedAt, after: null });
}

/**
 * Hands on the next machines of a branch, each to a job of its own: what keeps one of them from being decided on keeps
 * no other. The first batch learns for the whole branch before.
 */
export async function sweepNext(
  clock: Clock,
  { branchId, startedAt, after }: PayloadOf<typeof sweepBranch>,
  { tx }: Context,
): Promise<void> {
  if (after === null) await learnOfBranch(tx, branchId, await replenishmentOf(tx, branchId), clock.now());
  const devices = await tx.query<{ id: string; customerId: string }>(NEXT, [branchId, after]);
  for (const { id, customerId } of devices)
    tx.enqueue(evaluateDevice, { deviceId: id, customerId, startedAt });
  const last = devices.at(-1);
  if (last && devices.length === BATCH) tx.enqueue(sweepBranch, { branchId, startedAt, after: last.id });
}

/**
 * Decides on a machine although nothing was read: a forecast moves with the days, an article may have been added, a
 * parcel may be overdue.
 */
export async function evaluateSwept(
  replenishment: ReplenishmentService,
  { deviceId, customerId, startedAt }: PayloadOf<typeof evaluateDevice>,
  { tx }: Context,
): Promise<void> {
  if ((await tx.query(EVALUATED_SINCE, [deviceId, startedAt])).length > 0) return;
  await replenishment.evaluate(tx, { id: deviceId, customerId });
}
