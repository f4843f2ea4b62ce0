import { type Clock, type LocalDay, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, isId, once } from '@platen/platform';
import { keyFaults } from '../devices/device-place';
import type {
  ActNotPossible,
  DeviceFault,
  DeviceNotFound,
  InvalidDeviceInput,
} from '../devices/device.errors';
import { emitDeviceChanged } from '../devices/device.events';
import { type LockedDevice, lockDevicesOfAnyLife } from '../devices/lock-devices';
import type { ReadingMonths } from '../meter-reads/reading-months';
import { announceSupplies } from '../supplies/announce-supplies';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { causeOf, changeSight } from '../visibility/sight-changes';
import { visibilityOf } from '../visibility/visibility.policy';
import { type BranchDay, branchDay, instantOn, isPastDay } from './branch-day';
import { type StatedCounter, counterFacts, takeStatedCounters } from './counters';
import {
  type DeviceLifecycle,
  type LifecycleAct,
  type LifecycleReason,
  afterAct,
  eventOfAct,
  isInUse,
} from './lifecycle';
import { peopleOfDevice } from './people-of-device';
import { takeOver } from './take-over';

/** What somebody does with a machine as a whole. */
export interface LifecycleChange {
  readonly idempotencyKey: string;
  readonly deviceId: string;
  readonly act: Exclude<LifecycleAct, 'move'>;
  readonly reason: LifecycleReason;
  /** the day it happened; null: today */
  readonly on?: LocalDay | null;
  /** the machine that takes its place: for a swap, and only for that */
  readonly successorId?: string | null;
  readonly counters?: readonly StatedCounter[] | null;
  readonly successorCounters?: readonly StatedCounter[] | null;
}

/** The machine whose life went on, or why it did not. */
export type LifecycleOutcome = Result<
  { readonly deviceId: string },
  DeviceNotFound | ActNotPossible | InvalidDeviceInput | IdempotencyConflict
>;

/** Everything that one act is about, its machines locked. */
interface Act {
  readonly device: LockedDevice;
  readonly successor: LockedDevice | null;
  readonly to: DeviceLifecycle;
  readonly on: LocalDay;
  readonly at: Date;
}

/** Where machines are in their lives: one row of the transition table at a time, each with its reason and day. */
export class LifecycleService {
  /** @param forgetSight  called after each commit that may change what somebody sees */
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly months: ReadingMonths,
    private readonly forgetSight: () => void,
  ) {}

  /**
   * Installs, repairs, swaps, retires or collects a machine. Whatever ends its use ends its supplies, its silence and
   * its planned move with it; a successor takes over groups and people in the same transaction.
   */
  async change(actor: Actor, change: LifecycleChange): Promise<LifecycleOutcome> {
    const fields = keyFaults(change.idempotencyKey);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const now = this.clock.now();
    await this.months.ensure([now]);
    const command = { operation: 'changeDeviceLifecycle', key: change.idempotencyKey, input: change };
    const outcome = await this.work.write(actor, (tx) =>
      once(tx, actor, command, () => live(tx, actor, change, now)),
    );
    this.forgetSight();
    return outcome;
  }
}

async function live(tx: Tx, actor: Actor, change: LifecycleChange, now: Date): Promise<LifecycleOutcome> {
  const { act, deviceId, successorId } = change;
  const locked = await lockDevicesOfAnyLife(tx, visibilityOf(actor), [
    deviceId,
    ...(successorId ? [successorId] : []),
  ]);
  const device = locked.get(deviceId);
  if (!device) return err({ code: 'DEVICE_NOT_FOUND' });
  const to = afterAct(device.lifecycle, act);
  if (!to) return err({ code: 'LIFECYCLE_ACT_NOT_POSSIBLE', lifecycle: device.lifecycle });
  const day = await branchDay(tx, device.branchId, now);
  const on = change.on ?? day.today;
  const successor = (successorId && isId(successorId) && locked.get(successorId)) || null;
  const fields = faultsOf(change, { device, successor, day, on });
  if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
  const at = instantOn(on, day, now);
  const stated = [
    { device, counters: change.counters ?? [], path: 'counters' },
    ...(successor
      ? [{ device: successor, counters: change.successorCounters ?? [], path: 'successorCounters' }]
      : []),
  ];
  const faults = await takeStatedCounters(tx, actor, stated, now);
  if (faults.length > 0) return err({ code: 'INVALID_INPUT', fields: faults });
  await carryOut(tx, actor, change, { device, successor, to, on, at });
  return ok({ deviceId: device.id });
}

function faultsOf(
  { act, successorId }: LifecycleChange,
  {
    device,
    successor,
    day,
    on,
  }: {
    readonly device: LockedDevice;
    readonly successor: LockedDevice | null;
    readonly day: BranchDay;
    readonly on: LocalDay;
  },
): DeviceFault[] {
  const faults: DeviceFault[] = [];
  if (on > day.today) faults.push({ path: 'on', problem: 'dayInFuture' });
  else if (!isPastDay(on, day.today)) faults.push({ path: 'on', problem: 'dayTooOld' });
  const fits =
    successor !== null &&
    successor.id !== device.id &&
    successor.customerId === device.customerId &&
    (successor.lifecycle === 'planned' || successor.lifecycle === 'installed');
  if (act === 'swap' ? !fits : Boolean(successorId))
    faults.push({ path: 'successorId', problem: 'successorNeeded' });
  return faults;
}

async function carryOut(tx: Tx, actor: Actor, change: LifecycleChange, act: Act): Promise<void> {
  const { device, successor, to, on, at } = act;
  const ends = !isInUse(to) && isInUse(device.lifecycle);
  const organisation = { customerId: device.customerId, branchId: device.branchId };
  const touched = {
    userIds: ends ? await peopleOfDevice(tx, device.id) : [],
    gaining: successor ? [successor.id] : [],
    losing: [device.id],
  };
  await changeSight(tx, causeOf(actor, 'move'), organisation, touched, async () => {
    await tx.query(SET_LIFECYCLE, [device.id, to, isInUse(to) ? null : at, to === 'installed' ? on : null]);
    if (ends) await tx.query(CANCEL_PLANNED_MOVE, [device.id]);
    if (successor) await takeOver(tx, device.id, successor, on);
  });
  await emitDeviceChanged(tx, successor ? [device.id, successor.id] : [device.id]);
  if (to === 'installed') await announceSupplies(tx, [device.id]);
  await note(tx, actor, change, act);
}

async function note(
  tx: Tx,
  actor: Actor,
  { act, reason }: LifecycleChange,
  { device, successor, to, on, at }: Act,
): Promise<void> {
  const counters = await counterFacts(tx, device.id);
  const facts = { reason, ...counters, ...(successor && { successorId: successor.id }) };
  await recordDeviceEvents(tx, actor, at, [{ deviceId: device.id, kind: eventOfAct[act], facts }]);
  if (successor) {
    const own = { predecessorId: device.id, ...(await counterFacts(tx, successor.id)) };
    await recordDeviceEvents(tx, actor, at, [{ deviceId: successor.id, kind: 'installed', facts: own }]);
  }
  tx.audit({
    action: 'device.lifecycle-changed',
    target: { kind: 'device', id: device.id },
    facts: { act, from: device.lifecycle, to, reason, on, successorId: successor?.id ?? null },
    of: { customerId: device.customerId, branchId: device.branchId },
  });
}

const SET_LIFECYCLE = `
  update device set lifecycle = $2, retired_at = coalesce(retired_at, $3::timestamptz),
    installed_on = coalesce(installed_on, $4::date), version = version + 1
  where id = $1`;

const CANCEL_PLANNED_MOVE = `update device_move set state = 'cancelled' where device_id = $1 and state = 'planned'`;
