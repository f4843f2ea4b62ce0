import { type Clock, type LocalDay, type Result, err, ok } from '@platen/kernel';
import type { Actor, DeviceAccess, Tx, UnitOfWork } from '@platen/platform';
import { isId } from '@platen/platform';
import type { InputFault, InvalidInput } from '../input-faults';
import { orderScopeOf } from '../orders/order-scope';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import { lockTrack } from './device-track';
import { type KnownReplenishment, replenishmentOf } from './known-replenishment';
import { dayAt, localDayOf } from './place-calendar';
import type { StoredSettings } from './replenishment-settings';
import type { ReplenishmentChanged, ReplenishmentDeviceNotFound } from './replenishment.errors';
import { replenishmentBranchOf } from './replenishment.policy';
import type { ReplenishmentService } from './replenishment.service';
import { settingsFaults, siteFaults } from './settings-input';

/** Only over the version that was read: two people at once do not undo each other unseen. */
const SAVE = `
  insert into branch_replenishment as kept (branch_id, version, settings) values ($1, 1, $3)
  on conflict (branch_id) do update set version = kept.version + 1, settings = excluded.settings
  where kept.version = $2 returning version`;

const DEVICE = `
  select id, customer_id as "customerId", branch_id as "branchId" from known_device
  where id = $1 and branch_id = $2`;

/** How far ahead an end can be set, in days. */
const MOST_DAYS_AHEAD = 3660;

/** What staff say about automatic orders: for their branch, and for the end of a machine. */
export class ReplenishmentSettingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly replenishment: ReplenishmentService,
    private readonly clock: Clock,
  ) {}

  /** Null for who has no say in a branch. */
  async read(actor: Actor): Promise<KnownReplenishment | null> {
    const branchId = replenishmentBranchOf(actor);
    return branchId ? this.work.read(actor, (tx) => replenishmentOf(tx, branchId)) : null;
  }

  /** @param version  as it was read; 0 before anything was ever said */
  async save(
    actor: Actor,
    version: number,
    settings: StoredSettings,
  ): Promise<Result<KnownReplenishment, InvalidInput | ReplenishmentChanged>> {
    const faults = settingsFaults(settings);
    if (faults.length > 0) return invalid(faults);
    const branchId = replenishmentBranchOf(actor);
    if (!branchId) return err({ code: 'REPLENISHMENT_CHANGED' });
    return this.work.write(actor, async (tx) => {
      const strange = await siteFaults(tx, branchId, settings);
      if (strange.length > 0) return invalid(strange);
      const kinds = [...new Set(settings.kinds)].toSorted();
      const kept = await replenishmentOf(tx, branchId);
      const sites = settings.sites.map((site) => ({ ...site, siteId: site.siteId.toLowerCase() }));
      const stored = JSON.stringify({ ...settings, kinds, sites });
      // A branch that nothing was said for has version 0, with a row or without.
      const saved = await tx.query(SAVE, [branchId, version, stored]);
      if (saved.length === 0 || kept.version !== version)
        return err({ code: 'REPLENISHMENT_CHANGED' as const });
      tx.audit({
        action: 'replenishment.changed',
        target: { kind: 'branch', id: branchId },
        facts: {
          version: version + 1,
          kinds,
          riskPercentBefore: kept.settings.riskPercent,
          riskPercent: settings.riskPercent,
          consolidationBusinessDaysBefore: kept.settings.consolidationBusinessDays,
          consolidationBusinessDays: settings.consolidationBusinessDays,
          sites: settings.sites.length,
        },
      });
      return ok(await replenishmentOf(tx, branchId));
    });
  }

  /**
   * Nothing is ordered for a machine that would only be used up after this day; null takes that back. Decides on its
   * supplies at once.
   */
  async setEnd(
    actor: Actor,
    deviceId: string,
    stopsOn: LocalDay | null,
  ): Promise<Result<{ readonly deviceId: string }, InvalidInput | ReplenishmentDeviceNotFound>> {
    const scope = await orderScopeOf(actor, this.deviceAccess, 'order:manage');
    const seen = scope?.tenant.of === 'branch' && isId(deviceId) ? scope : null;
    if (seen?.deviceIds && !seen.deviceIds.includes(deviceId.toLowerCase()))
      return err({ code: 'DEVICE_NOT_FOUND' });
    return this.work.write(actor, async (tx) => {
      const [device] = seen
        ? await tx.query<KnownDeviceEntity & Record<string, unknown>>(DEVICE, [deviceId, seen.tenant.id])
        : [];
      if (!device) return err({ code: 'DEVICE_NOT_FOUND' as const });
      if (stopsOn !== null && !(await this.isAhead(tx, device.branchId, stopsOn)))
        return invalid([{ path: 'stopsOn', problem: 'endRange' }]);
      const before = await lockTrack(tx, device);
      await tx.query('update device_track set stops_on = $2 where device_id = $1', [device.id, stopsOn]);
      await this.replenishment.evaluate(tx, device);
      tx.audit({
        action: 'replenishment.changed',
        target: { kind: 'device', id: device.id },
        facts: { stopsOnBefore: before.stopsOn === null ? null : localDayOf(before.stopsOn), stopsOn },
        of: { customerId: device.customerId, branchId: device.branchId },
      });
      return ok({ deviceId: device.id });
    });
  }

  private async isAhead(tx: Tx, branchId: string, day: LocalDay): Promise<boolean> {
    const { branch } = await replenishmentOf(tx, branchId);
    const today = dayAt(this.clock.now(), branch);
    return day >= localDayOf(today) && day <= localDayOf(today + MOST_DAYS_AHEAD);
  }
}

function invalid(fields: readonly InputFault[]) {
  return err({ code: 'INVALID_INPUT' as const, fields });
}
