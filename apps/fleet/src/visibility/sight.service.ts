import { type Actor, type UnitOfWork, isId } from '@platen/platform';
import { GROUP, GROUPS, type GroupRow } from '../groups/device-group.service';
import { visibleGroups } from './visible-devices.sql';
import { visibilityOf } from './visibility.policy';

/** Why somebody sees a machine. Both of the last two may be true; then the machine is told as assigned. */
export const sightReasons = ['ALL_OF_CUSTOMER', 'BRANCH', 'ASSIGNED', 'GROUP'] as const;
export type SightReason = (typeof sightReasons)[number];

/** How a person is given a machine; neither: not at all. */
export interface WaysToSee {
  readonly assigned: boolean;
  readonly groups: GroupRow[];
}

/** Answers "why can I see this machine" and "does he see it". */
export class SightService {
  constructor(private readonly work: UnitOfWork) {}

  /** The reason for each of these machines, the machines being ones that the actor sees. */
  async reasons(actor: Actor, deviceIds: readonly string[]): Promise<SightReason[]> {
    const visibility = visibilityOf(actor);
    if (visibility.see === 'customer') return deviceIds.map(() => 'ALL_OF_CUSTOMER');
    if (visibility.see !== 'assigned') return deviceIds.map(() => 'BRANCH');
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ device_id: string }>(
        'select device_id from device_user where user_id = $1 and customer_id = $2 and device_id = any($3::uuid[])',
        [visibility.userId, visibility.customerId, deviceIds],
      ),
    );
    const assigned = new Set(rows.map((row) => row.device_id));
    return deviceIds.map((id) => (assigned.has(id) ? 'ASSIGNED' : 'GROUP'));
  }

  /** How a person of the actor's organisation is given this machine, both ids being any text at all. */
  async ways(actor: Actor, userId: string, deviceId: string): Promise<WaysToSee> {
    if (!isId(userId) || !isId(deviceId)) return { assigned: false, groups: [] };
    const visible = visibleGroups(visibilityOf(actor), 3);
    return this.work.read(actor, async (tx) => {
      const direct = await tx.query('select 1 from device_user where user_id = $1 and device_id = $2', [
        userId,
        deviceId,
      ]);
      const groups = await tx.query<GroupRow>(
        `select ${GROUP} from device_group_user gu
         join device_group_device gd on gd.group_id = gu.group_id and gd.device_id = $2
         join ${GROUPS} on g.id = gu.group_id
         where gu.user_id = $1 and ${visible.sql} order by g.name, g.id limit 50`,
        [userId, deviceId, ...visible.parameters],
      );
      return { assigned: direct.length > 0, groups };
    });
  }
}
