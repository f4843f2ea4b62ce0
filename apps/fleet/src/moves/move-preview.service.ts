import { MOST_TOLD_OF_MOVE } from '@platen/contracts';
import type { Clock, LocalDay } from '@platen/kernel';
import { type Actor, type UnitOfWork, isId } from '@platen/platform';
import { branchDay } from '../lifecycle/branch-day';
import { peopleOfDevice } from '../lifecycle/people-of-device';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';

/** What follows from moving a machine to a site, before anybody does it. */
export interface MoveConsequences {
  readonly siteId: string;
  /** the day it is in the branch */
  readonly today: LocalDay;
  readonly contractNumber: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  /** who could be told, at most {@link MOST_TOLD_OF_MOVE} */
  readonly userIds: readonly string[];
}

/** A move that waits for its day. */
export interface PlannedMoveRow {
  readonly device_id: string;
  readonly site_id: string;
  readonly floor: string | null;
  readonly room: string | null;
  readonly moves_on: LocalDay;
}

/** Shows moves before they happen. */
export class MovePreviewService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns null where the machine or the site is unknown, foreign or out of use */
  preview(actor: Actor, deviceId: string, siteId: string): Promise<MoveConsequences | null> {
    if (!isId(deviceId) || !isId(siteId)) return Promise.resolve(null);
    const visible = visibleDevices(visibilityOf(actor), 3);
    return this.work.read(actor, async (tx) => {
      const [found] = await tx.query<FoundRow>(`${FOUND} and ${visible.sql}`, [
        deviceId,
        siteId,
        ...visible.parameters,
      ]);
      if (!found) return null;
      const { branchId, ...consequences } = found;
      const { today } = await branchDay(tx, branchId, this.clock.now());
      const userIds = (await peopleOfDevice(tx, deviceId)).slice(0, MOST_TOLD_OF_MOVE);
      return { ...consequences, siteId, today, userIds };
    });
  }

  /** The planned move of each of these devices, the devices being ones that the actor sees. */
  async planned(actor: Actor, deviceIds: readonly string[]): Promise<(PlannedMoveRow | null)[]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<PlannedMoveRow & Record<string, unknown>>(PLANNED, [deviceIds]),
    );
    return deviceIds.map((id) => rows.find((row) => row.device_id === id) ?? null);
  }
}

type FoundRow = Omit<MoveConsequences, 'siteId' | 'today' | 'userIds'> & {
  readonly branchId: string;
} & Record<string, unknown>;

const FOUND = `
  select d.branch_id as "branchId", d.contract_number as "contractNumber",
    s.delivery_contact_name as "contactName", s.delivery_contact_email as "contactEmail"
  from device d join site s on s.id = $2 and s.customer_id = d.customer_id
  where d.id = $1 and d.retired_at is null`;

const PLANNED = `select device_id, site_id, floor, room, moves_on::text from device_move
  where device_id = any($1::uuid[]) and state = 'planned'`;
