import { deviceMoved } from '@platen/contracts';
import type { LocalDay } from '@platen/kernel';
import type { Actor, Tx } from '@platen/platform';
import { emitDeviceChanged } from '../devices/device.events';
import type { LockedDevice } from '../devices/lock-devices';
import { counterFacts } from '../lifecycle/counters';
import { recordDeviceEvents } from '../timeline/record-device-events';

/** Who moved it: the person, also where the system does it on the day. */
export type Mover = Pick<Actor, 'kind' | 'id'>;

/** A move as it is carried out, every part of it decided. */
export interface Move {
  readonly siteId: string;
  readonly floor: string | null;
  readonly room: string | null;
  readonly contractNumber: string | null;
  readonly on: LocalDay;
  readonly userIds: readonly string[];
  readonly tellSiteContact: boolean;
}

/** A place as the letter names it. */
interface Place {
  readonly siteId: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly floor: string | null;
  readonly room: string | null;
}
type PlaceRow = Place & { readonly contactName: string | null; readonly contactEmail: string | null };

/**
 * Moves a locked machine: delivery address and contact follow from the new site, the other services and the people
 * chosen are told, and its timeline keeps where it stood, where it stands and its counters on the way.
 */
export async function carryOut(
  tx: Tx,
  mover: Mover,
  device: LockedDevice,
  move: Move,
  now: Date,
): Promise<void> {
  const from = await placeOf(tx, device.id);
  await tx.query(MOVE, [device.id, move.siteId, move.floor, move.room, move.contractNumber]);
  const to = await placeOf(tx, device.id);
  await emitDeviceChanged(tx, [device.id]);
  tx.emit(deviceMoved, {
    deviceId: device.id,
    customerId: device.customerId,
    branchId: device.branchId,
    name: device.name,
    serialNumber: device.serialNumber,
    from: plain(from),
    to: plain(to),
    movedOn: move.on,
    contractNumber: move.contractNumber,
    movedBy: mover.kind === 'user' || mover.kind === 'staff' ? mover.id : null,
    userIds: [...move.userIds],
    siteContact:
      move.tellSiteContact && to.contactEmail ? { name: to.contactName ?? '', email: to.contactEmail } : null,
  });
  const facts = {
    fromSiteId: from.siteId,
    toSiteId: to.siteId,
    ...(to.floor && { floor: to.floor }),
    ...(to.room && { room: to.room }),
    ...(await counterFacts(tx, device.id)),
  };
  await recordDeviceEvents(tx, mover, now, [{ deviceId: device.id, kind: 'moved', facts }]);
  tx.audit({
    action: 'device.moved',
    target: { kind: 'device', id: device.id },
    facts: { fromSiteId: from.siteId, toSiteId: to.siteId, on: move.on, told: move.userIds.length },
    by: mover,
    of: { customerId: device.customerId, branchId: device.branchId },
  });
}

async function placeOf(tx: Tx, deviceId: string): Promise<PlaceRow> {
  const [place] = await tx.query<PlaceRow & Record<string, unknown>>(PLACE, [deviceId]);
  if (!place) throw new Error('A locked machine stands somewhere.');
  return place;
}

function plain({ contactName: _name, contactEmail: _email, ...place }: PlaceRow): Place {
  return place;
}

const MOVE = `update device set site_id = $2, floor = $3, room = $4,
    contract_number = coalesce($5, contract_number), version = version + 1
  where id = $1`;

const PLACE = `
  select s.id as "siteId", s.name, s.street, s.postal_code as "postalCode", s.city, s.country, d.floor, d.room,
    s.delivery_contact_name as "contactName", s.delivery_contact_email as "contactEmail"
  from device d join site s on s.id = d.site_id where d.id = $1`;
