import { type World, type WorldDevice, type WorldGroup, collectorChanged } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import { type Tx, type UnitOfWork, insertNew, system } from '@platen/platform';
import { keepCustomer } from '../customers/known-customer';
import { DeviceEntity } from '../devices/device.entity';
import { emitDeviceChanged } from '../devices/device.events';
import { lockMemberships } from '../groups/lock-memberships';
import { type Belonging, addToRollups, shiftGroupMonths } from '../meter-reads/month-rollups';
import type { ReadingMonths } from '../meter-reads/reading-months';
import { toldByDevice } from '../meter-reads/meter-read-columns';
import { recordMeterReads } from '../meter-reads/record-meter-reads';
import { loadModels } from '../models/load-models';
import { SiteEntity } from '../sites/site.entity';
import { recordSupplyLevels } from '../supplies/record-supply-levels';
import { emitSupplyLevelChanged } from '../supplies/supply.events';
import { loadLife } from './load-life';
import { addPastReads, monthStarts, noReads } from './past-reads';
import { toDeviceEntity, toKnownCustomer, toSiteEntity, toSupplyLevels } from './world-rows';

const HOUR_MS = 3_600_000;

type SeenAt = (device: WorldDevice) => Date;

/** Fills an empty installation: sites, machines with a past, and who sees them. */
export class WorldLoader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly months: ReadingMonths,
  ) {}

  /** Loads what is not there yet; the other services hear of each new machine and of its levels. */
  async load(world: World): Promise<void> {
    const now = this.clock.now();
    const seenAt: SeenAt = ({ lastSeenHoursAgo, readDaysAgo = 0 }) =>
      new Date(now.getTime() - (lastSeenHoursAgo ?? readDaysAgo * 24) * HOUR_MS);
    await this.months.ensure(world.devices.flatMap((device) => monthStarts(device, seenAt(device))));
    await this.months.ensureAhead(now);

    await this.work.write(system('fleet.load'), async (tx) => {
      for (const customer of world.customers) await keepCustomer(tx, toKnownCustomer(customer));
      await loadModels(tx, world.models ?? []);
      await insertNew(tx, SiteEntity, world.sites.map(toSiteEntity));
      const rows = world.devices.map((device) => toDeviceEntity(device, seenAt(device), now));
      const added = await insertNew(tx, DeviceEntity, rows);
      const devices = world.devices.filter((device) => added.has(device.id));
      await knowPeople(tx, world);
      await assignDevices(tx, world);
      await loadGroups(tx, world.groups ?? []);
      await loadCollectors(tx, world, now);
      await loadReads(tx, devices, seenAt, now);
      await loadLife(tx, devices, now);
      const supplies = await recordSupplyLevels(tx, toSupplyLevels(devices, seenAt));
      await emitDeviceChanged(tx, [...added]);
      const measured = supplies.filter((supply) => supply.levelState === 'percent');
      await emitSupplyLevelChanged(
        tx,
        measured,
        new Map(devices.map((device) => [device.id, { ...device, watched: isWatched(device) }])),
      );
    });
  }
}

function isWatched({ monitored, lifecycle = 'installed' }: WorldDevice): boolean {
  return monitored && lifecycle === 'installed';
}

/** A year of weekly readings, marked as estimates between the monthly figures; the newest as really told. */
async function loadReads(tx: Tx, devices: readonly WorldDevice[], seenAt: SeenAt, now: Date): Promise<void> {
  const past = noReads();
  const told = noReads();
  const entered = noReads();
  for (const device of devices) {
    addPastReads(device, seenAt(device), past, device.monitored ? told : entered);
  }
  const recorded = [
    await recordMeterReads(tx, past, { source: 'estimate', confidence: 'estimated' }, now),
    await recordMeterReads(tx, told, toldByDevice, now),
    await recordMeterReads(tx, entered, { source: 'portal', confidence: 'stated' }, now),
  ];
  await addToRollups(
    tx,
    recorded.flatMap((reads) => reads.rollups),
  );
}

/** Identity tells the rest of them later; version 0 is older than anything that it tells. */
async function knowPeople(tx: Tx, { users }: World): Promise<void> {
  const people = users.filter(({ customerId }) => customerId !== null);
  await tx.query(
    `insert into known_person (user_id, customer_id, branch_id, version, state, sees)
     select *, 0, 'active', 'assigned' from unnest($1::uuid[], $2::uuid[], $3::uuid[]) on conflict do nothing`,
    [
      people.map((person) => person.id),
      people.map((person) => person.customerId),
      people.map((person) => person.branchId),
    ],
  );
}

/** Who has no right to all machines sees these (R19). */
async function assignDevices(tx: Tx, world: World): Promise<void> {
  const assigned = world.users.flatMap((user) =>
    user.customerId === null
      ? []
      : user.deviceIds.map((deviceId) => ({ userId: user.id, customerId: user.customerId, deviceId })),
  );
  await tx.query(
    `insert into device_user (customer_id, user_id, device_id)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) on conflict do nothing`,
    [
      assigned.map((each) => each.customerId),
      assigned.map((each) => each.userId),
      assigned.map((each) => each.deviceId),
    ],
  );
}

/** A collector for each key of one, at the first site of its customer, reading what its own machine tells it to. */
async function loadCollectors(tx: Tx, { keys, sites }: World, now: Date): Promise<void> {
  const collectors = keys.flatMap(({ id, kind, customerId, branchId, name }) =>
    kind === 'collector' && customerId
      ? [{ id, customerId, branchId, name, siteId: sites.find((site) => site.customerId === customerId)?.id }]
      : [],
  );
  for (const { id, customerId, branchId, name, siteId } of collectors) {
    const [added] = await tx.query(
      `insert into collector (id, customer_id, branch_id, site_id, name, created_at, access)
       values ($1, $2, $3, $4, $5, $6, 'enrolled') on conflict (id) do nothing returning id`,
      [id, customerId, branchId, siteId ?? null, name, now],
    );
    if (added) tx.emit(collectorChanged, { collectorId: id, customerId, branchId, name, version: 1 });
  }
}

/** Sets of machines, what belongs to them and to whom they are given (R21, R22). */
async function loadGroups(tx: Tx, groups: readonly WorldGroup[]): Promise<void> {
  for (const { id, customerId, branchId, name, deviceIds, userIds } of groups) {
    await tx.query(
      `insert into device_group (id, customer_id, branch_id, name) values ($1, $2, $3, $4) on conflict do nothing`,
      [id, customerId, branchId, name],
    );
    await lockMemberships(tx, customerId);
    const added = await tx.query<Belonging & Record<string, unknown>>(
      `insert into device_group_device (customer_id, group_id, device_id)
       select $1::uuid, $2::uuid, device from unnest($3::uuid[]) device on conflict do nothing
       returning group_id as "groupId", device_id as "deviceId"`,
      [customerId, id, deviceIds],
    );
    await shiftGroupMonths(tx, added, []);
    await tx.query(
      `insert into device_group_user (customer_id, group_id, user_id)
       select $1::uuid, $2::uuid, person from unnest($3::uuid[]) person on conflict do nothing`,
      [customerId, id, userIds],
    );
  }
}
