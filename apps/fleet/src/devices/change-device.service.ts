import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { announceSupplies } from '../supplies/announce-supplies';
import { recordDeviceEvents } from '../timeline/record-device-events';
import { visibilityOf } from '../visibility/visibility.policy';
import { type DeviceChange, changedFacts, faultsOf } from './device-change';
import { keyFaults } from './device-place';
import { DeviceEntity } from './device.entity';
import type { DeviceChangedMeanwhile, DeviceNotFound, InvalidDeviceInput } from './device.errors';
import { emitDeviceChanged } from './device.events';
import { canManageDevices } from './device.policy';
import { type LockedDevice, lockVisibleDevice } from './lock-devices';

/** The machine that changed, or why it did not. */
export type ChangeOutcome = Result<
  { readonly deviceId: string },
  DeviceNotFound | DeviceChangedMeanwhile | InvalidDeviceInput | IdempotencyConflict
>;

/** Whether somebody watches a machine from now on. */
export interface MonitoringChange {
  readonly idempotencyKey: string;
  readonly deviceId: string;
  readonly monitored: boolean;
}

/** Changing what people know of machines in use. */
export class ChangeDeviceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Changes facts of a machine (R20, R34); the other services hear of it. Nothing new is no change. */
  update(actor: Actor, change: DeviceChange): Promise<ChangeOutcome> {
    const fields = faultsOf(change, canManageDevices(actor));
    const command = { operation: 'updateDevice', key: change.idempotencyKey, input: change };
    return this.change(actor, command, fields, change, async (tx, device) => {
      const now = await tx.manager.findOneByOrFail(DeviceEntity, { id: device.id });
      const changed = changedFacts(now, change);
      const names = Object.keys(changed);
      if (names.length === 0) return;
      await tx.manager.update(
        DeviceEntity,
        { id: device.id },
        { ...changed, name: changed.name ?? now.name, version: () => 'version + 1' },
      );
      await this.tell(tx, actor, device, names);
    });
  }

  /** Begins or ends to watch a machine (R39): it is exactly one of both, and its levels are told once it is watched. */
  setMonitored(actor: Actor, change: MonitoringChange): Promise<ChangeOutcome> {
    const command = { operation: 'setDeviceMonitored', key: change.idempotencyKey, input: change };
    return this.change(actor, command, keyFaults(change.idempotencyKey), change, async (tx, device) => {
      const { monitored } = change;
      if (device.monitored === monitored) return;
      await tx.query(SET_MONITORED, [device.id, monitored]);
      await emitDeviceChanged(tx, [device.id]);
      if (monitored) await announceSupplies(tx, [device.id]);
      const kind = monitored ? 'monitored' : 'not-monitored';
      await recordDeviceEvents(tx, actor, this.clock.now(), [{ deviceId: device.id, kind }]);
      auditChange(tx, device, { monitored });
    });
  }

  private async tell(tx: Tx, actor: Actor, device: LockedDevice, names: readonly string[]): Promise<void> {
    await emitDeviceChanged(tx, [device.id]);
    const facts = { fields: names.join(' ') };
    await recordDeviceEvents(tx, actor, this.clock.now(), [{ deviceId: device.id, kind: 'changed', facts }]);
    auditChange(tx, device, { fields: [...names] });
  }

  /** What every change has in common: said once, only by whom it is visible to, and to what he saw. */
  private change(
    actor: Actor,
    command: Parameters<typeof once>[2],
    fields: InvalidDeviceInput['fields'],
    asked: { readonly deviceId: string; readonly expectedVersion?: number | null },
    apply: (tx: Tx, device: LockedDevice) => Promise<void>,
  ): Promise<ChangeOutcome> {
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<ChangeOutcome> => {
        const device = await lockVisibleDevice(tx, visibilityOf(actor), asked.deviceId);
        if (!device) return err({ code: 'DEVICE_NOT_FOUND' });
        if (asked.expectedVersion && asked.expectedVersion !== device.version)
          return err({ code: 'DEVICE_CHANGED_MEANWHILE', deviceId: device.id });
        await apply(tx, device);
        return ok({ deviceId: device.id });
      }),
    );
  }
}

const SET_MONITORED = 'update device set monitored = $2, version = version + 1 where id = $1';

function auditChange(
  tx: Tx,
  { id, customerId, branchId }: LockedDevice,
  facts: Record<string, string[] | boolean>,
): void {
  tx.audit({
    action: 'device.changed',
    target: { kind: 'device', id },
    facts,
    of: { customerId, branchId },
  });
}
