import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, isId, once } from '@platen/platform';
import type { DeviceNotFound } from '../devices/device.errors';
import { type Belonging, shiftGroupMonths } from '../meter-reads/month-rollups';
import { type Organisation, causeOf, changeSight } from '../visibility/sight-changes';
import { visibilityOf } from '../visibility/visibility.policy';
import type { DeviceGroupNotFound, GroupByRule, InvalidGroupInput } from './device-group.errors';
import type { GroupRule } from './group-rule';
import { faultsOf, storeRule } from './group-rules.service';
import { type SetChange, changeFaults, keyFaults, nameFaults, settled } from './group-input';
import { allVisible, devicesIn, lockVisibleGroups, usersOfGroups } from './lock-groups';
import { lockMemberships } from './lock-memberships';

interface Changed {
  readonly groupId: string;
}

/** How many rows a change really changed: what was there already, or was not, does not count. */
export interface SetChanged extends Changed {
  readonly added: number;
  readonly removed: number;
}

/** Ids that an entry of the audit log carries at most. */
const MOST_TOLD = 50;

/** Making groups and filling them (R21, R37). Whose sight changes by it is told. */
export class ChangeGroupsService {
  /** @param forgetSight  called after each commit that may change what somebody sees */
  constructor(
    private readonly work: UnitOfWork,
    private readonly forgetSight: () => void,
  ) {}

  /** Who sees only some machines gets his new group at once: otherwise he would never see it again. */
  create(
    actor: Actor,
    organisation: Organisation,
    input: { readonly idempotencyKey: string; readonly name: string; readonly rule: GroupRule | null },
  ): Promise<Result<Changed, InvalidGroupInput | IdempotencyConflict>> {
    const name = input.name.trim();
    const fields = [...keyFaults(input.idempotencyKey), ...nameFaults(name)];
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const command = { operation: 'createDeviceGroup', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<Changed, InvalidGroupInput>> => {
        const { customerId, branchId } = organisation;
        const { rule } = input;
        const faults = rule ? await faultsOf(tx, actor, organisation, rule) : [];
        if (faults.length > 0) return err({ code: 'INVALID_INPUT', fields: faults });
        if (rule) await lockMemberships(tx, customerId);
        await tx.query(ONE_NAME_AT_A_TIME, [customerId]);
        const [group] = await tx.query<{ id: string }>(INSERT, [customerId, branchId, name]);
        if (!group) return taken();
        if (visibilityOf(actor).see === 'assigned') await tx.query(GIVE, [customerId, group.id, actor.id]);
        if (rule) await storeRule(tx, actor, organisation, group.id, rule);
        const facts = { change: 'created', byRule: rule !== null };
        tx.audit({ action: 'group.changed', target: target(group.id), facts });
        return ok({ groupId: group.id });
      }),
    );
  }

  rename(
    actor: Actor,
    organisation: Organisation,
    input: { readonly groupId: string; readonly name: string },
  ): Promise<Result<Changed, DeviceGroupNotFound | InvalidGroupInput>> {
    const name = input.name.trim();
    const fields = nameFaults(name);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    return this.work.write(actor, async (tx) => {
      await tx.query(ONE_NAME_AT_A_TIME, [organisation.customerId]);
      const [group] = (await lockVisibleGroups(tx, visibilityOf(actor), [input.groupId])) ?? [];
      if (!group) return err({ code: 'DEVICE_GROUP_NOT_FOUND' });
      const renamed = await tx.query(RENAME, [group.id, name]);
      if (renamed.length === 0) return taken();
      tx.audit({ action: 'group.changed', target: target(group.id), facts: { change: 'renamed' } });
      return ok({ groupId: group.id });
    });
  }

  /** The machines stay; who saw them only through this group sees them no more. */
  async delete(
    actor: Actor,
    organisation: Organisation,
    groupId: string,
  ): Promise<Result<Changed, DeviceGroupNotFound>> {
    const result = await this.work.write(actor, async (tx): Promise<Result<Changed, DeviceGroupNotFound>> => {
      await lockMemberships(tx, organisation.customerId);
      const [group] = (await lockVisibleGroups(tx, visibilityOf(actor), [groupId])) ?? [];
      if (!group) return err({ code: 'DEVICE_GROUP_NOT_FOUND' });
      const losing = await devicesIn(tx, [group.id]);
      const touched = { userIds: await usersOfGroups(tx, [group.id]), gaining: [], losing };
      await changeSight(tx, causeOf(actor, 'group'), organisation, touched, async () => {
        await tx.query('delete from device_group where id = $1', [group.id]);
      });
      const facts = { change: 'deleted', devices: losing.length, users: touched.userIds.length };
      tx.audit({ action: 'group.changed', target: target(group.id), facts });
      return ok({ groupId: group.id });
    });
    this.forgetSight();
    return result;
  }

  /** Puts machines into a group and takes others out of it. Only machines that the actor sees can be put in. */
  async changeDevices(
    actor: Actor,
    organisation: Organisation,
    groupId: string,
    change: SetChange,
  ): Promise<Result<SetChanged, DeviceGroupNotFound | DeviceNotFound | GroupByRule | InvalidGroupInput>> {
    const fields = changeFaults(change);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const { add, remove } = settled(change);
    const losing = remove.filter(isId);
    const result = await this.work.write(
      actor,
      async (tx): Promise<Result<SetChanged, DeviceGroupNotFound | DeviceNotFound | GroupByRule>> => {
        const visibility = visibilityOf(actor);
        await lockMemberships(tx, organisation.customerId);
        const [group] = (await lockVisibleGroups(tx, visibility, [groupId])) ?? [];
        if (!group) return err({ code: 'DEVICE_GROUP_NOT_FOUND' });
        if (group.byRule) return err({ code: 'GROUP_BY_RULE' });
        if (!(await allVisible(tx, visibility, add))) return err({ code: 'DEVICE_NOT_FOUND' });
        const touched = { userIds: await usersOfGroups(tx, [group.id]), gaining: add, losing };
        const done = { added: 0, removed: 0 };
        await changeSight(tx, causeOf(actor, 'group'), organisation, touched, async () => {
          const added = await tx.query<Belonging & Row>(PUT_IN, [organisation.customerId, group.id, add]);
          const removed = await tx.query<Belonging & Row>(TAKE_OUT, [group.id, losing]);
          await shiftGroupMonths(tx, added, removed);
          done.added = added.length;
          done.removed = removed.length;
        });
        auditDevices(tx, group.id, { add, remove: losing }, done);
        return ok({ groupId: group.id, ...done });
      },
    );
    this.forgetSight();
    return result;
  }
}

function auditDevices(
  tx: Tx,
  groupId: string,
  { add, remove }: SetChange,
  done: { readonly added: number; readonly removed: number },
): void {
  if (done.added + done.removed === 0) return;
  const facts = {
    change: 'devices',
    ...done,
    addedIds: add.slice(0, MOST_TOLD),
    removedIds: remove.slice(0, MOST_TOLD),
  };
  tx.audit({ action: 'group.changed', target: target(groupId), facts });
}

type Row = Record<string, unknown>;

const target = (id: string) => ({ kind: 'device-group', id });

const taken = () =>
  err({ code: 'INVALID_INPUT', fields: [{ path: 'name', problem: 'groupNameTaken' }] } as const);

const INSERT = `insert into device_group (customer_id, branch_id, name) values ($1, $2, $3)
  on conflict (customer_id, lower(name)) do nothing returning id`;

const GIVE = 'insert into device_group_user (customer_id, group_id, user_id) values ($1, $2, $3)';

/** Two that take one name at the same time come one after the other, and the second is told. */
const ONE_NAME_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('fleet.device-group-name ' || $1::text, 0))`;

const RENAME = `update device_group g set name = $2 where g.id = $1
  and not exists (select 1 from device_group other
                  where other.customer_id = g.customer_id and lower(other.name) = lower($2) and other.id <> g.id)
  returning g.id`;

const PUT_IN = `insert into device_group_device (customer_id, group_id, device_id)
  select $1::uuid, $2::uuid, added from unnest($3::uuid[]) added order by added
  on conflict do nothing returning group_id as "groupId", device_id as "deviceId"`;

const TAKE_OUT = `delete from device_group_device where group_id = $1 and device_id = any($2::uuid[])
  returning group_id as "groupId", device_id as "deviceId"`;
