import type { DeviceEventKind } from '../timeline/record-device-events';

/** Where a machine is in its life. The last three are its end: nobody looks after it any more. */
export const deviceLifecycles = [
  'planned',
  'installed',
  'in_repair',
  'swapped',
  'retired',
  'collected',
] as const;
export type DeviceLifecycle = (typeof deviceLifecycles)[number];

/** What people do with a machine as a whole. */
export const lifecycleActs = [
  'install',
  'send_to_repair',
  'bring_back',
  'swap',
  'retire',
  'collect',
  'move',
] as const;
export type LifecycleAct = (typeof lifecycleActs)[number];

/** Why they do it; a word out of these, so that it can be counted and never names anybody. */
export const lifecycleReasons = [
  'defect',
  'maintenance',
  'newer_machine',
  'end_of_contract',
  'site_closed',
  'not_needed',
  'other',
] as const;
export type LifecycleReason = (typeof lifecycleReasons)[number];

/** Each act, from where to where; what is not here cannot happen. A planned machine may still be planned elsewhere. */
const transitions: Readonly<
  Record<LifecycleAct, Readonly<Partial<Record<DeviceLifecycle, DeviceLifecycle>>>>
> = {
  install: { planned: 'installed' },
  send_to_repair: { installed: 'in_repair' },
  bring_back: { in_repair: 'installed' },
  swap: { installed: 'swapped', in_repair: 'swapped' },
  retire: { planned: 'retired', installed: 'retired', in_repair: 'retired' },
  collect: { swapped: 'collected', retired: 'collected' },
  move: { planned: 'planned', installed: 'installed' },
};

const ended: ReadonlySet<DeviceLifecycle> = new Set(['swapped', 'retired', 'collected']);

/** Where an act leads; null where it cannot happen. */
export function afterAct(lifecycle: DeviceLifecycle, act: LifecycleAct): DeviceLifecycle | null {
  return transitions[act][lifecycle] ?? null;
}

/** Everything that can be done with a machine at this point of its life, in the order of {@link lifecycleActs}. */
export function actsAt(lifecycle: DeviceLifecycle): LifecycleAct[] {
  return lifecycleActs.filter((act) => afterAct(lifecycle, act) !== null);
}

/** True until a machine is swapped, retired or collected; exactly then `retired_at` is null. */
export function isInUse(lifecycle: DeviceLifecycle): boolean {
  return !ended.has(lifecycle);
}

/** What the timeline says of each act. */
export const eventOfAct: Readonly<Record<LifecycleAct, DeviceEventKind>> = {
  install: 'installed',
  send_to_repair: 'sent-to-repair',
  bring_back: 'repaired',
  swap: 'swapped',
  retire: 'retired',
  collect: 'collected',
  move: 'moved',
};
