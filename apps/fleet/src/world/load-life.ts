import type { WorldDevice } from '@platen/contracts';
import { type Tx, system } from '@platen/platform';
import { lockDeviceById } from '../devices/lock-devices';
import { takeReads } from '../hand-ins/take-reads';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { dayBefore } from './world-rows';

const DAY_MS = 86_400_000;
/** The provider's people, whoever it was. */
const somebody = { kind: 'staff', id: null } as const;

/** What happened to new machines, where they will go, and what was handed in for them and is odd. */
export async function loadLife(tx: Tx, devices: readonly WorldDevice[], now: Date): Promise<void> {
  for (const device of devices) {
    for (const { kind, daysAgo, facts } of device.timeline ?? []) {
      const actor = kind === 'cartridge-changed' ? ({ kind: 'collector', id: null } as const) : somebody;
      const happenedAt = new Date(now.getTime() - daysAgo * DAY_MS);
      await recordDeviceEvents(tx, actor, happenedAt, [{ deviceId: device.id, kind, facts }]);
    }
    if (device.plannedMove) await planMove(tx, device, device.plannedMove, now);
    if (device.oddReading) await handIn(tx, device, device.oddReading, now);
  }
}

async function planMove(
  tx: Tx,
  { id, customerId, branchId }: WorldDevice,
  { siteId, floor, room, inDays }: NonNullable<WorldDevice['plannedMove']>,
  now: Date,
): Promise<void> {
  const on = dayBefore(now, -inDays);
  await tx.query(
    `insert into device_move (customer_id, branch_id, device_id, site_id, floor, room, moves_on, user_ids,
       tell_site_contact, planned_at, planned_by_kind)
     values ($1, $2, $3, $4, $5, $6, $7, '{}', true, $8, 'staff')`,
    [customerId, branchId, id, siteId, floor, room, on, now],
  );
  await recordDeviceEvents(tx, somebody, now, [
    { deviceId: id, kind: 'move-planned', facts: { toSiteId: siteId, on } },
  ]);
}

async function handIn(
  tx: Tx,
  { id }: WorldDevice,
  { aboveLast, daysAgo }: NonNullable<WorldDevice['oddReading']>,
  now: Date,
): Promise<void> {
  const device = await lockDeviceById(tx, id);
  const [meter] = await tx.query<{ value: string }>(
    `select value from meter where device_id = $1 and kind = 'total' and value is not null`,
    [id],
  );
  if (!device || !meter) return;
  const readAt = new Date(now.getTime() - daysAgo * DAY_MS);
  const rows = { deviceId: [id], kind: ['total'], readAt: [readAt], confirmed: [true] };
  const handing = { by: system('fleet.load'), source: 'portal', note: null, allOrNothing: true } as const;
  await takeReads(tx, handing, [device], { ...rows, value: [Number(meter.value) + aboveLast] }, now);
}
