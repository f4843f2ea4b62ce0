import { defineJob } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { HandlerContext, Tx } from '@platen/platform';
import { z } from 'zod';
import { type LockedDevice, lockDeviceById } from '../devices/lock-devices';
import { afterAct } from '../lifecycle/lifecycle';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { type Mover, carryOut } from './carry-out';
import { standOf } from './site-stand';

/** Finds the planned moves whose day has come, in the time zone of each branch. */
export const findDueMoves = defineJob({ name: 'fleet.find-due-moves', payload: z.object({}) });

/** Carries out one planned move. */
export const carryOutMove = defineJob({
  name: 'fleet.carry-out-move',
  payload: z.object({ moveId: z.uuid() }),
});

interface PlannedMove {
  readonly id: string;
  readonly device_id: string;
  readonly customer_id: string;
  readonly site_id: string;
  readonly floor: string | null;
  readonly room: string | null;
  readonly contract_number: string | null;
  readonly moves_on: string;
  readonly user_ids: string[];
  readonly tell_site_contact: boolean;
  readonly planned_by_kind: Mover['kind'];
  readonly planned_by_id: string | null;
}

/** Orders one job per move, so that one that cannot be carried out holds up no other. */
export async function orderDueMoves(clock: Clock, { tx }: Pick<HandlerContext, 'tx'>): Promise<void> {
  const due = await tx.query<{ id: string }>(DUE, [clock.now()]);
  for (const { id } of due) tx.enqueue(carryOutMove, { moveId: id });
}

/**
 * Carries out a move that is still planned; whoever comes second finds it done. A machine whose life went on, or whose
 * new site was closed meanwhile, stays where it is, and its timeline says why.
 */
export async function carryOutPlanned(
  clock: Clock,
  { moveId }: { readonly moveId: string },
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  const [planned] = await tx.query<{ device_id: string }>(DEVICE_OF, [moveId]);
  // The machine before its plan, as everywhere else: nobody waits for anybody in a circle.
  const device = planned && (await lockDeviceById(tx, planned.device_id));
  if (!device) return;
  const [move] = await tx.query<PlannedMove & Record<string, unknown>>(TAKE, [moveId]);
  if (!move) return;
  const mover: Mover = { kind: move.planned_by_kind, id: move.planned_by_id };
  const reason = await obstacle(tx, device, move);
  await tx.query('update device_move set state = $2 where id = $1', [move.id, reason ? 'failed' : 'done']);
  if (reason) {
    const facts = { toSiteId: move.site_id, reason };
    await recordDeviceEvents(tx, mover, clock.now(), [{ deviceId: device.id, kind: 'move-failed', facts }]);
    return;
  }
  const { floor, room, site_id: siteId, contract_number: contractNumber, moves_on: on } = move;
  const told = { userIds: move.user_ids, tellSiteContact: move.tell_site_contact };
  await carryOut(tx, mover, device, { siteId, floor, room, contractNumber, on, ...told }, clock.now());
}

async function obstacle(tx: Tx, device: LockedDevice, move: PlannedMove): Promise<string | null> {
  if (!afterAct(device.lifecycle, 'move')) return device.lifecycle;
  const stand = await standOf(tx, move.customer_id, move.site_id);
  return stand === 'open' ? null : 'site_closed';
}

const DUE = `
  select m.id from device_move m left join known_branch b on b.id = m.branch_id
  where m.state = 'planned'
    and m.moves_on <= ($1::timestamptz at time zone coalesce(b.settings ->> 'timeZone', 'UTC'))::date
  order by m.moves_on, m.id`;

const DEVICE_OF = `select device_id from device_move where id = $1 and state = 'planned'`;

const TAKE = `
  select id, device_id, customer_id, site_id, floor, room, contract_number, moves_on::text, user_ids, tell_site_contact,
    planned_by_kind, planned_by_id
  from device_move where id = $1 and state = 'planned' for update`;
