import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, isId, once } from '@platen/platform';
import type {
  ActNotPossible,
  DeviceChangedMeanwhile,
  DeviceNotFound,
  InvalidDeviceInput,
  MoveAlreadyPlanned,
  SiteClosed,
  SiteNotFound,
} from '../devices/device.errors';
import { keyFaults } from '../devices/device-place';
import { canManageDevices } from '../devices/device.policy';
import { type LockedDevice, lockVisibleDevice } from '../devices/lock-devices';
import { branchDay } from '../lifecycle/branch-day';
import { takeStatedCounters } from '../lifecycle/counters';
import { afterAct } from '../lifecycle/lifecycle';
import { peopleOfDevice } from '../lifecycle/people-of-device';
import type { ReadingMonths } from '../meter-reads/reading-months';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { visibilityOf } from '../visibility/visibility.policy';
import { type Move, carryOut } from './carry-out';
import { type MoveRequest, dayFaults, requestFaults } from './move';
import { standOf } from './site-stand';

/** The machine that moved or will move, or why it does not. */
export type MoveOutcome = Result<
  { readonly deviceId: string },
  | DeviceNotFound
  | SiteNotFound
  | SiteClosed
  | DeviceChangedMeanwhile
  | ActNotPossible
  | MoveAlreadyPlanned
  | InvalidDeviceInput
  | IdempotencyConflict
>;

/** Moving machines (R20): at once, or on a day to come. */
export class MoveService {
  /** @param forgetSight  called after each commit that may change what somebody sees */
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly months: ReadingMonths,
    private readonly forgetSight: () => void,
  ) {}

  /** Moves a machine, or plans it; everything that follows happens in the same transaction. */
  async move(actor: Actor, asked: MoveRequest): Promise<MoveOutcome> {
    const fields = requestFaults(asked, canManageDevices(actor));
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const now = this.clock.now();
    await this.months.ensure([now]);
    const command = { operation: 'moveDevice', key: asked.idempotencyKey, input: asked };
    const outcome = await this.work.write(actor, (tx) =>
      once(tx, actor, command, () => decide(tx, actor, asked, now)),
    );
    this.forgetSight();
    return outcome;
  }

  /** Takes back a planned move; nothing planned is no failure: that is what was wanted. */
  cancel(
    actor: Actor,
    asked: { readonly idempotencyKey: string; readonly deviceId: string },
  ): Promise<MoveOutcome> {
    const fields = keyFaults(asked.idempotencyKey);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const command = { operation: 'cancelDeviceMove', key: asked.idempotencyKey, input: asked };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<MoveOutcome> => {
        const device = await lockVisibleDevice(tx, visibilityOf(actor), asked.deviceId);
        if (!device) return err({ code: 'DEVICE_NOT_FOUND' });
        const [plan] = await tx.query<{ site_id: string }>(CANCEL, [device.id]);
        if (plan) {
          const facts = { toSiteId: plan.site_id };
          await recordDeviceEvents(tx, actor, this.clock.now(), [
            { deviceId: device.id, kind: 'move-cancelled', facts },
          ]);
        }
        return ok({ deviceId: device.id });
      }),
    );
  }
}

async function decide(tx: Tx, actor: Actor, asked: MoveRequest, now: Date): Promise<MoveOutcome> {
  const device = await lockVisibleDevice(tx, visibilityOf(actor), asked.deviceId);
  if (!device) return err({ code: 'DEVICE_NOT_FOUND' });
  if (asked.expectedVersion && asked.expectedVersion !== device.version)
    return err({ code: 'DEVICE_CHANGED_MEANWHILE', deviceId: device.id });
  if (!afterAct(device.lifecycle, 'move'))
    return err({ code: 'LIFECYCLE_ACT_NOT_POSSIBLE', lifecycle: device.lifecycle });
  const stand = isId(asked.siteId) ? await standOf(tx, device.customerId, asked.siteId) : 'unknown';
  if (stand === 'unknown') return err({ code: 'SITE_NOT_FOUND' });
  if (stand === 'closed') return err({ code: 'SITE_CLOSED' });
  const day = await branchDay(tx, device.branchId, now);
  const move = moveOf(asked, asked.on ?? day.today);
  const fields = [
    ...dayFaults(asked, day),
    ...(await peopleFaults(tx, device, move)),
    ...sameFaults(device, move),
  ];
  if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
  if ((await tx.query(PLANNED, [device.id])).length > 0) return err({ code: 'MOVE_ALREADY_PLANNED' });
  if (move.on > day.today) await plan(tx, actor, device, move, now);
  else {
    const stated = [{ device, counters: asked.counters ?? [], path: 'counters' }];
    const faults = await takeStatedCounters(tx, actor, stated, now);
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', fields: faults });
    await carryOut(tx, actor, device, move, now);
  }
  return ok({ deviceId: device.id });
}

function moveOf(asked: MoveRequest, on: string): Move {
  return {
    siteId: asked.siteId,
    floor: asked.floor?.trim() || null,
    room: asked.room?.trim() || null,
    contractNumber: asked.contractNumber?.trim() || null,
    on,
    userIds: [...new Set(asked.tellUserIds ?? [])],
    tellSiteContact: asked.tellSiteContact ?? false,
  };
}

function sameFaults(device: LockedDevice, { siteId, floor, room }: Move): InvalidDeviceInput['fields'] {
  const same = device.siteId === siteId && device.floor === floor && device.room === room;
  return same ? [{ path: 'siteId', problem: 'sameSite' }] : [];
}

async function peopleFaults(
  tx: Tx,
  device: LockedDevice,
  { userIds }: Move,
): Promise<InvalidDeviceInput['fields']> {
  if (userIds.length === 0) return [];
  const seeing = new Set(await peopleOfDevice(tx, device.id));
  return userIds.every((id) => seeing.has(id)) ? [] : [{ path: 'tellUserIds', problem: 'personCannotSee' }];
}

async function plan(tx: Tx, actor: Actor, device: LockedDevice, move: Move, now: Date): Promise<void> {
  await tx.query(PLAN, [
    device.customerId,
    device.branchId,
    device.id,
    move.siteId,
    move.floor,
    move.room,
    move.contractNumber,
    move.on,
    move.userIds,
    move.tellSiteContact,
    now,
    actor.kind,
    actor.id,
  ]);
  const facts = { toSiteId: move.siteId, on: move.on };
  await recordDeviceEvents(tx, actor, now, [{ deviceId: device.id, kind: 'move-planned', facts }]);
}

const PLANNED = `select 1 from device_move where device_id = $1 and state = 'planned'`;

const PLAN = `insert into device_move (customer_id, branch_id, device_id, site_id, floor, room, contract_number, moves_on,
    user_ids, tell_site_contact, planned_at, planned_by_kind, planned_by_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

const CANCEL = `update device_move set state = 'cancelled' where device_id = $1 and state = 'planned' returning site_id`;
