import type {
  BranchSettings,
  Locale,
  PayloadOf,
  customerChanged,
  deviceChanged,
  supplyLevelChanged,
} from '@platen/contracts';
import type { DeviceScope, Tx } from '@platen/platform';
import type { KnownDeviceEntity } from './known-device.entity';
import { NotKnownYetError } from './not-known-yet';
import { HOLD_DEVICE, KEEP_CUSTOMER, KEEP_DEVICE, KEEP_SUPPLY } from './statements';

/** The facts of a device on which decisions rest, as they were known before an event. */
export interface DeviceBefore {
  readonly monitored: boolean | null;
  readonly active: boolean | null;
  readonly model: string | null;
}

/** What ordering knows of the other services, told by their events: the newest of each, whatever order they come in. */
export class ProjectionService {
  /** @returns what was known of the device before, each null when it is new; null when this was not news */
  async keepDevice(tx: Tx, device: PayloadOf<typeof deviceChanged>): Promise<DeviceBefore | null> {
    const [before] = await tx.query<DeviceBefore>(KEEP_DEVICE, [
      device.deviceId,
      device.customerId,
      device.branchId,
      device.version,
      device.name,
      device.serialNumber,
      device.maker,
      device.model,
      device.monitored,
      device.active,
      JSON.stringify(device.site),
      device.place,
      device.deliveryContact && JSON.stringify(device.deliveryContact),
    ]);
    return before ?? null;
  }

  async keepCustomer(tx: Tx, customer: PayloadOf<typeof customerChanged>): Promise<void> {
    await tx.query(KEEP_CUSTOMER, [
      customer.customerId,
      customer.branchId,
      customer.version,
      customer.number,
      customer.name,
      customer.notificationEmail,
      customer.locale,
    ]);
  }

  async keepSupply(tx: Tx, supply: PayloadOf<typeof supplyLevelChanged>): Promise<void> {
    await tx.query(KEEP_SUPPLY, [
      supply.supplyId,
      supply.customerId,
      supply.branchId,
      supply.deviceId,
      supply.slot,
      supply.kind,
      supply.color,
      supply.class,
      supply.description,
      supply.readAt,
      supply.levelState,
      supply.levelPercent,
      supply.cartridgeSerial,
      supply.totalImpressions,
    ]);
  }

  /**
   * The device, held as it is until the end of the transaction.
   * @throws NotKnownYetError also while the device is known as another customer's
   */
  async getDevice(tx: Tx, customerId: string, deviceId: string): Promise<KnownDeviceEntity> {
    const [device] = await tx.query<KnownDeviceEntity>(HOLD_DEVICE, [deviceId, customerId]);
    if (!device) throw new NotKnownYetError('device', deviceId);
    return device;
  }

  /** @throws NotKnownYetError */
  async getNotificationEmail(tx: Tx, customerId: string): Promise<string> {
    return (await this.getNotification(tx, customerId)).email;
  }

  /**
   * Where an organisation wants confirmations, and in which language.
   * @throws NotKnownYetError
   */
  async getNotification(tx: Tx, customerId: string): Promise<{ email: string; locale: Locale }> {
    const [customer] = await tx.query<{ email: string; locale: Locale }>(
      'select notification_email as email, locale from known_customer where customer_id = $1',
      [customerId],
    );
    if (!customer) throw new NotKnownYetError('customer', customerId);
    return customer;
  }

  /** A site of an organisation where devices of this sight stand, as the newest of them tells; null for any other. */
  async findSite(
    tx: Tx,
    customerId: string,
    siteId: string,
    sight: DeviceScope,
  ): Promise<KnownDeviceEntity['site'] | null> {
    const [device] = await tx.query<Pick<KnownDeviceEntity, 'site'>>(
      `select site from known_device
       where customer_id = $1 and site->>'siteId' = $2 and ($3::uuid[] is null or id = any($3::uuid[]))
       order by version desc limit 1`,
      [customerId, siteId.toLowerCase(), sight.all ? null : sight.deviceIds],
    );
    return device?.site ?? null;
  }

  /**
   * Settings of a branch, read inside the handler's own transaction: asking for a second connection while holding
   * one would let as many handlers as the pool has connections wait for each other.
   * @throws NotKnownYetError
   */
  async getSettings(tx: Tx, branchId: string): Promise<BranchSettings> {
    const [branch] = await tx.query<{ settings: BranchSettings }>(
      'select settings from known_branch where id = $1',
      [branchId],
    );
    if (!branch) throw new NotKnownYetError('branch', branchId);
    return branch.settings;
  }
}
