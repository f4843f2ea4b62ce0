import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, isId } from '@platen/platform';
import type { DeviceNotFound } from '../devices/device.errors';
import type { DeviceGroupNotFound, InvalidGroupInput, OwnAssignment } from '../groups/device-group.errors';
import { type SetChange, changeFaults, settled, userFaults } from '../groups/group-input';
import { allVisible, devicesIn, lockVisibleGroups } from '../groups/lock-groups';
import { allKnown } from '../people/known-people';
import { type Organisation, type TouchedSight, causeOf, changeSight } from '../visibility/sight-changes';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';

/** How many assignments really changed: what was there already, or was not, does not count. */
export interface Assigned {
  readonly added: number;
  readonly removed: number;
}

type Failure = DeviceNotFound | DeviceGroupNotFound | OwnAssignment | InvalidGroupInput;

/** Ids that an entry of the audit log carries at most. */
const MOST_TOLD = 50;

/**
 * Who sees which machine (R19, R22). People are identity's; here they are known by id, and only somebody of the same
 * organisation is given anything. Rows carry that organisation, and every question compares it again.
 */
export class AssignmentService {
  /** @param forgetSight  called after each commit that may change what somebody sees */
  constructor(
    private readonly work: UnitOfWork,
    private readonly forgetSight: () => void,
  ) {}

  /** Gives a person single machines and takes others away; only machines that the actor sees. */
  changeUserDevices(
    actor: Actor,
    organisation: Organisation,
    userId: string,
    change: SetChange,
  ): Promise<Result<Assigned, Failure>> {
    const { add, remove } = settled(change);
    const losing = remove.filter(isId);
    const gives = add.length > 0 ? [userId] : [];
    return this.assign(actor, organisation, [userId], gives, change, 'userId', async (tx, [user = '']) => {
      await tx.query(ONE_AT_A_TIME, [user]);
      if (!(await allVisible(tx, visibilityOf(actor), add))) return err({ code: 'DEVICE_NOT_FOUND' });
      const touched = { userIds: [user], gaining: add, losing };
      const visible = visibleDevices(visibilityOf(actor), 3);
      return this.change(tx, actor, organisation, touched, { kind: 'user', id: user }, 'devices', {
        add: () => tx.query(GIVE_DEVICES, [organisation.customerId, user, add]),
        remove: () =>
          tx.query(
            `delete from device_user a using device d
             where a.user_id = $1 and a.device_id = any($2::uuid[]) and d.id = a.device_id and ${visible.sql}
             returning a.device_id`,
            [user, losing, ...visible.parameters],
          ),
        ids: { add, remove: losing },
      });
    });
  }

  /** Gives a person groups and takes others away. */
  changeUserGroups(
    actor: Actor,
    organisation: Organisation,
    userId: string,
    change: SetChange,
  ): Promise<Result<Assigned, Failure>> {
    const { add, remove } = settled(change);
    const gives = add.length > 0 ? [userId] : [];
    return this.assign(actor, organisation, [userId], gives, change, 'userId', async (tx, [user = '']) => {
      const groups = await lockVisibleGroups(tx, visibilityOf(actor), [...add, ...remove]);
      if (!groups) return err({ code: 'DEVICE_GROUP_NOT_FOUND' });
      const gaining = await devicesIn(tx, add);
      const losing = await devicesIn(tx, remove);
      const touched = { userIds: [user], gaining, losing };
      return this.change(tx, actor, organisation, touched, { kind: 'user', id: user }, 'groups', {
        add: () => tx.query(GIVE_GROUPS, [organisation.customerId, user, add]),
        remove: () => tx.query(TAKE_GROUPS, [user, remove]),
        ids: { add, remove },
      });
    });
  }

  /** Gives a group to people and takes it from others. */
  changeGroupUsers(
    actor: Actor,
    organisation: Organisation,
    groupId: string,
    change: SetChange,
  ): Promise<Result<Assigned, Failure>> {
    const { add, remove } = settled(change);
    const ids = [...add, ...remove];
    return this.assign(actor, organisation, ids, add, change, 'add', async (tx) => {
      const [group] = (await lockVisibleGroups(tx, visibilityOf(actor), [groupId])) ?? [];
      if (!group) return err({ code: 'DEVICE_GROUP_NOT_FOUND' });
      const devices = await devicesIn(tx, [group.id]);
      const touched = { userIds: ids, gaining: devices, losing: devices };
      return this.change(tx, actor, organisation, touched, { kind: 'device-group', id: group.id }, 'users', {
        add: () => tx.query(GIVE_TO_USERS, [organisation.customerId, group.id, add]),
        remove: () => tx.query(TAKE_FROM_USERS, [group.id, remove]),
        ids: { add, remove },
      });
    });
  }

  /**
   * Checks the input and who is concerned, runs the change in a transaction, and lets nobody answer from memory.
   * @param gaining  those of the people who must be known here
   */
  private async assign(
    actor: Actor,
    { customerId }: Organisation,
    userIds: readonly string[],
    gaining: readonly string[],
    change: SetChange,
    path: string,
    run: (tx: Tx, userIds: readonly string[]) => Promise<Result<Assigned, Failure>>,
  ): Promise<Result<Assigned, Failure>> {
    const fields = [...changeFaults(change), ...userFaults(userIds, path)];
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const people = userIds.map((id) => id.toLowerCase());
    if (visibilityOf(actor).see === 'assigned' && people.some((id) => id === actor.id))
      return err({ code: 'OWN_ASSIGNMENT' });
    const result = await this.work.write(actor, async (tx) => {
      const done = await run(tx, people);
      // A refusal undoes what was done. Asked last, so that a group of somebody else is not found whoever is named.
      return !done.ok || (await allKnown(tx, customerId, gaining)) ? done : strangers(path);
    });
    this.forgetSight();
    return result;
  }

  private async change(
    tx: Tx,
    actor: Actor,
    organisation: Organisation,
    touched: TouchedSight,
    target: { readonly kind: string; readonly id: string },
    what: string,
    rows: {
      readonly add: () => Promise<readonly unknown[]>;
      readonly remove: () => Promise<readonly unknown[]>;
      readonly ids: SetChange;
    },
  ): Promise<Result<Assigned, never>> {
    const done = { added: 0, removed: 0 };
    await changeSight(
      tx,
      causeOf(actor, what === 'devices' ? 'assignment' : 'group'),
      organisation,
      touched,
      async () => {
        done.added = (await rows.add()).length;
        done.removed = (await rows.remove()).length;
      },
    );
    if (done.added + done.removed > 0) {
      const addedIds = rows.ids.add.slice(0, MOST_TOLD);
      const removedIds = rows.ids.remove.slice(0, MOST_TOLD);
      tx.audit({ action: 'devices.assigned', target, facts: { what, ...done, addedIds, removedIds } });
    }
    return ok(done);
  }
}

function strangers(path: string): Result<never, InvalidGroupInput> {
  return err({ code: 'INVALID_INPUT', fields: [{ path, problem: 'noUserId' }] });
}

/** Two administrators who change one person's machines at the same time come one after the other. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('fleet.device-user ' || $1::text, 0))`;

const GIVE_DEVICES = `insert into device_user (customer_id, user_id, device_id)
  select $1::uuid, $2::uuid, added from unnest($3::uuid[]) added on conflict do nothing returning device_id`;

const GIVE_GROUPS = `insert into device_group_user (customer_id, user_id, group_id)
  select $1::uuid, $2::uuid, added from unnest($3::uuid[]) added on conflict do nothing returning group_id`;

const TAKE_GROUPS = `delete from device_group_user where user_id = $1 and group_id = any($2::uuid[])
  returning group_id`;

const GIVE_TO_USERS = `insert into device_group_user (customer_id, group_id, user_id)
  select $1::uuid, $2::uuid, added from unnest($3::uuid[]) added on conflict do nothing returning user_id`;

const TAKE_FROM_USERS = `delete from device_group_user where group_id = $1 and user_id = any($2::uuid[])
  returning user_id`;
