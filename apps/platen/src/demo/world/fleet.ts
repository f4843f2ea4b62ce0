import type { WorldDevice, WorldSite, WorldSupply } from '@platen/contracts';
import { idOf, randomOf } from './ids';
import { type Model, type ModelKey, models, slotsOf } from './models';

/** A site in one line; the customer's key before the dash names whom it belongs to. */
interface SiteLine {
  readonly key: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly contact: WorldSite['deliveryContact'];
  readonly instructions?: string;
}

/** A device in one line: name, model, place, and what is special about it today. */
interface DeviceLine {
  readonly name: string;
  readonly model: ModelKey;
  readonly floor: string;
  readonly room: string;
  readonly department: string;
  readonly unmonitored?: boolean;
  readonly silentHours?: number;
  readonly down?: WorldDevice['errors'];
  /** toner levels in percent, in the order of `tonersOf` */
  readonly levels?: readonly number[];
  /** bought, and not there yet */
  readonly planned?: boolean;
  /** since when it is in the workshop */
  readonly inRepairDays?: number;
  readonly move?: { readonly siteKey: string } & Omit<NonNullable<WorldDevice['plannedMove']>, 'siteId'>;
  readonly readDaysAgo?: number;
  readonly oddReading?: WorldDevice['oddReading'];
}

export interface CustomerFleet {
  readonly customer: {
    readonly id: string;
    readonly key: string;
    readonly branchId: string;
    readonly country: string;
    readonly contract: string;
  };
  readonly sites: readonly (SiteLine & { readonly devices: readonly DeviceLine[] })[];
}

/** Turns the lines of a customer's fleet into sites and devices with a year of volumes. */
export function expandFleet({ customer, sites }: CustomerFleet): {
  sites: WorldSite[];
  devices: WorldDevice[];
} {
  return {
    sites: sites.map((site) => ({
      id: idOf(`site ${site.key}`),
      customerId: customer.id,
      branchId: customer.branchId,
      name: site.name,
      street: site.street,
      postalCode: site.postalCode,
      city: site.city,
      country: customer.country,
      deliveryContact: site.contact,
      deliveryInstructions: site.instructions ?? null,
    })),
    devices: sites.flatMap((site) =>
      site.devices.map((line, index) => deviceOf(customer, site.key, line, index)),
    ),
  };
}

function deviceOf(
  customer: CustomerFleet['customer'],
  siteKey: string,
  line: DeviceLine,
  index: number,
): WorldDevice {
  const model: Model = models[line.model];
  const key = `${siteKey} ${line.name} ${index}`;
  const random = randomOf(key);
  const serialNumber = serialOf(model, random);
  const monitored = !line.unmonitored && !line.planned;
  const device: WorldDevice = {
    id: idOf(`device ${key}`),
    customerId: customer.id,
    branchId: customer.branchId,
    siteId: idOf(`site ${siteKey}`),
    name: line.name,
    serialNumber,
    equipmentId: `${customer.key.slice(0, 3).toUpperCase()}${String(100000 + Math.floor(random() * 899999))}`,
    maker: model.maker,
    model: model.model,
    monitored,
    floor: line.floor,
    room: line.room,
    department: line.department,
    lastSeenHoursAgo: monitored ? (line.silentHours ?? 0.05 + random() * 0.2) : null,
    status: line.down ? 'down' : 'idle',
    errors: line.down ?? [],
    monthlyVolumes: line.planned ? [] : volumesOf(model, random),
    startMeters: {
      mono: Math.floor(random() * 90000),
      color: model.color ? Math.floor(random() * 40000) : 0,
    },
    supplies: suppliesOf(model, line.levels, random, serialNumber),
    contractNumber: customer.contract,
    ...(line.readDaysAgo && { readDaysAgo: line.readDaysAgo }),
    ...(line.oddReading && { oddReading: line.oddReading }),
    ...(line.move && { plannedMove: moveOf(line.move) }),
  };
  return line.planned ? { ...device, lifecycle: 'planned' } : { ...device, ...pastOf(device, line, random) };
}

function moveOf({ siteKey, ...move }: NonNullable<DeviceLine['move']>): WorldDevice['plannedMove'] {
  return { ...move, siteId: idOf(`site ${siteKey}`) };
}

/** What machines in use count besides pages, and what happened to them so far. */
function pastOf(
  { monitored, supplies, model }: WorldDevice,
  { inRepairDays }: DeviceLine,
  random: () => number,
): Partial<WorldDevice> {
  const installedDaysAgo = 380 + Math.floor(random() * 700);
  const cartridge = supplies[0]?.cartridgeSerial;
  const a3 = Object.values(models).some((each) => each.model === model && each.a3);
  const shares = {
    duplex: 0.35 + random() * 0.4,
    a3: a3 ? 0.02 + random() * 0.08 : 0,
    scan: 0.2 + random() * 0.5,
  };
  const changedDaysAgo = 6 + Math.floor(random() * 50);
  return {
    installedDaysAgo,
    ...(inRepairDays && { lifecycle: 'in_repair' }),
    // Who has to read a machine by hand reads its pages alone.
    ...(monitored && { shares }),
    timeline: [
      { kind: 'installed', daysAgo: installedDaysAgo, facts: {} },
      ...(monitored && cartridge
        ? [
            {
              kind: 'cartridge-changed',
              daysAgo: changedDaysAgo,
              facts: { percent: 100, cartridge },
            } as const,
          ]
        : []),
      ...(inRepairDays
        ? [{ kind: 'sent-to-repair', daysAgo: inRepairDays, facts: { reason: 'defect' } } as const]
        : []),
    ],
  };
}

function serialOf(model: Model, random: () => number): string {
  const prefix =
    { 'Konica Minolta': 'AA2J0', Ricoh: '3089M', HP: 'CNBRQ', Kyocera: 'VCF94', Brother: 'E7813' }[
      model.maker
    ] ?? 'X0000';
  return `${prefix}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
}

/** Twelve months: quiet August and December, a spread of its own for each device. */
function volumesOf(model: Model, random: () => number): WorldDevice['monthlyVolumes'] {
  const own = model.monthly * (0.5 + random());
  const seasons = [0.9, 1, 1.05, 1.1, 1, 1.05, 0.95, 0.9, 0.45, 1, 1.1, 0.8];
  return seasons.map((season) => {
    const total = own * season * (0.85 + random() * 0.3);
    const color = model.color ? total * (0.2 + random() * 0.15) : 0;
    return { mono: Math.round(total - color), color: Math.round(color) };
  });
}

function suppliesOf(
  model: Model,
  levels: readonly number[] | undefined,
  random: () => number,
  serialNumber: string,
): WorldSupply[] {
  return slotsOf(model).map((slot, index) =>
    slot.class === 'receptacle'
      ? { ...slot, levelState: 'some', levelPercent: null, cartridgeSerial: null }
      : {
          ...slot,
          levelState: 'percent',
          levelPercent: levels?.[index] ?? 22 + Math.floor(random() * 74),
          cartridgeSerial: `C${serialNumber.slice(-6)}${index}`,
        },
  );
}
