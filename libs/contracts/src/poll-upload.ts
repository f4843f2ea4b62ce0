import { z } from 'zod';

/** Most meter reads, and as many supply levels and alerts, that one upload may carry; the collector splits here. */
export const MAX_METER_READS_PER_UPLOAD = 1000;
/** Most polls (devices) that one upload may carry. */
export const MAX_POLLS_PER_UPLOAD = 250;

/** What a device says of itself as a whole. `unknown` when it answers without a status. */
export const deviceStatuses = ['idle', 'printing', 'warmup', 'warning', 'down', 'other', 'unknown'] as const;
/** `percent` is the only state with a number; the others are states of their own (RFC 3805: -3, -2, -1). */
export const levelStates = ['percent', 'some', 'unknown', 'unrestricted', 'unscaled'] as const;
export const supplyKinds = [
  'toner',
  'ink',
  'drum',
  'developer',
  'fuser',
  'transfer',
  'waste',
  'staples',
  'maintenance',
  'other',
] as const;
export const supplyColors = ['black', 'cyan', 'magenta', 'yellow', 'other', 'none'] as const;
/** consumed: level is what is left; receptacle: level is the space left. */
export const supplyClasses = ['consumed', 'receptacle'] as const;
export const meterUnits = ['impressions', 'sheets', 'other'] as const;
/** standard: Printer MIB; vendor: the maker's own counters; ipp: Internet Printing Protocol. */
export const pollSources = ['standard', 'vendor', 'ipp'] as const;
export const alertSeverities = ['critical', 'warning', 'other'] as const;

export type DeviceStatus = (typeof deviceStatuses)[number];
export type LevelState = (typeof levelStates)[number];
export type SupplyKind = (typeof supplyKinds)[number];
export type SupplyColor = (typeof supplyColors)[number];
export type SupplyClass = (typeof supplyClasses)[number];
export type MeterUnit = (typeof meterUnits)[number];
export type PollSource = (typeof pollSources)[number];
export type AlertSeverity = (typeof alertSeverities)[number];

const text = (max: number) => z.string().max(max);
const optionalText = (max: number) => z.string().max(max).nullable();
const pollIndex = z
  .int()
  .min(0)
  .max(MAX_POLLS_PER_UPLOAD - 1);

/**
 * Polls as they travel from a collector to `fleet.recordPolls`: columns, not rows, because a list of
 * numbers is coerced an order of magnitude faster than a list of objects. Arrays inside one group have the
 * same length; `poll` is the position of the poll that a value belongs to.
 */
export const pollUploadSchema = z.object({
  /** Same key, same upload: the second one changes nothing and is answered like the first. */
  idempotencyKey: z.string().min(8).max(255),
  polls: z.object({
    polledAt: z.array(z.iso.datetime()).max(MAX_POLLS_PER_UPLOAD),
    address: z.array(text(255)),
    maker: z.array(optionalText(120)),
    model: z.array(optionalText(200)),
    serialNumber: z.array(optionalText(120)),
    firmware: z.array(optionalText(200)),
    name: z.array(optionalText(255)),
    location: z.array(optionalText(255)),
    status: z.array(z.enum(deviceStatuses)),
    errors: z.array(z.array(text(60)).max(32)),
  }),
  meterReads: z.object({
    poll: z.array(pollIndex).max(MAX_METER_READS_PER_UPLOAD),
    kind: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)),
    value: z.array(z.int().min(0)),
    unit: z.array(z.enum(meterUnits)),
    source: z.array(z.enum(pollSources)),
  }),
  supplyLevels: z.object({
    poll: z.array(pollIndex).max(MAX_METER_READS_PER_UPLOAD),
    /** Position of the supply in the device, stable between polls: hrDeviceIndex.prtMarkerSuppliesIndex. */
    slot: z.array(text(40)),
    description: z.array(text(255)),
    kind: z.array(z.enum(supplyKinds)),
    color: z.array(z.enum(supplyColors)),
    class: z.array(z.enum(supplyClasses)),
    levelState: z.array(z.enum(levelStates)),
    /** 0..100 exactly where levelState is 'percent', else null. */
    levelPercent: z.array(z.number().min(0).max(100).nullable()),
    cartridgeSerial: z.array(optionalText(120)),
  }),
  alerts: z.object({
    poll: z.array(pollIndex).max(MAX_METER_READS_PER_UPLOAD),
    severity: z.array(z.enum(alertSeverities)),
    /** prtAlertCode (RFC 3805), null when the device gives none. */
    code: z.array(z.int().nullable()),
    description: z.array(text(255)),
  }),
});

export type PollUpload = z.infer<typeof pollUploadSchema>;
