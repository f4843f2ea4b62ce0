/**
 * What one poll of a printer says, decoded. The unions are the same as in the upload contract; a test of the
 * collector, the only place that may see both, proves that they agree.
 */

/** Outcome of a device's own report on itself; `unknown` when it answers without a status. */
export const deviceStates = ['idle', 'printing', 'warmup', 'warning', 'down', 'other', 'unknown'] as const;
/** `percent` is the only state with a number; -3, -2 and -1 of RFC 3805 are states, not numbers. */
export const levelStates = ['percent', 'some', 'unknown', 'unrestricted', 'unscaled'] as const;
/** Families of supplies that are ordered and warned about alike. */
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
/** `none`: the part serves all colours or none; `other`: a colour outside the four process colours. */
export const supplyColors = ['black', 'cyan', 'magenta', 'yellow', 'other', 'none'] as const;
/** consumed: the level is what is left; receptacle: the level is the space left (RFC 3805). */
export const supplyClasses = ['consumed', 'receptacle'] as const;
/** What one step of a meter stands for; `other` also when the device does not say. */
export const meterUnits = ['impressions', 'sheets', 'other'] as const;
/** standard: Printer MIB; vendor: the maker's own objects; ipp: Internet Printing Protocol. */
export const meterSources = ['standard', 'vendor', 'ipp'] as const;
/** prtAlertSeverityLevel: 3 is critical, 4 and 5 are warnings, everything else is other. */
export const alertSeverities = ['critical', 'warning', 'other'] as const;

export type DeviceState = (typeof deviceStates)[number];
export type LevelState = (typeof levelStates)[number];
export type SupplyKind = (typeof supplyKinds)[number];
export type SupplyColor = (typeof supplyColors)[number];
export type SupplyClass = (typeof supplyClasses)[number];
export type MeterUnit = (typeof meterUnits)[number];
export type MeterSource = (typeof meterSources)[number];
export type AlertSeverity = (typeof alertSeverities)[number];

/** Who the device is; null where it does not say. */
export interface Identity {
  /** the manufacturer, not the badge: a Savin is a Ricoh */
  maker: string | null;
  /** without the maker's name in front */
  model: string | null;
  serial: string | null;
  firmware: string | null;
  /** sysName */
  name: string | null;
  /** sysLocation */
  location: string | null;
}

/** One life counter. A counter that the device does not have is absent, never 0. */
export interface Meter {
  /** total, mono, color, print_mono, copy_color, fax_total, scan, duplex, jams, ... */
  kind: string;
  /** integer, 0 or more */
  value: number;
  unit: MeterUnit;
  source: MeterSource;
}

/** One consumable or receptacle. */
export interface Supply {
  /** stable between polls: hrDeviceIndex.prtMarkerSuppliesIndex, or `vendor.<what>` for rows outside the MIB */
  index: string;
  description: string;
  kind: SupplyKind;
  color: SupplyColor;
  class: SupplyClass;
  levelState: LevelState;
  /** whole percent 0..100 exactly where levelState is `percent`, else null */
  levelPercent: number | null;
  /** prtMarkerSuppliesMaxCapacity in `unit`; null when it is not a quantity */
  capacity: number | null;
  /** prtMarkerSuppliesSupplyUnit by its RFC 3805 name; `unknown` when not said */
  unit: string;
  /** serial number of the cartridge, where the description or a vendor object carries it */
  serial: string | null;
}

/** One row of prtAlertTable. Rows that only say "Ready" or "Sleep" are rows too. */
export interface Alert {
  severity: AlertSeverity;
  /** prtAlertCode; null when the device gives none */
  code: number | null;
  description: string;
}

/** One poll, decoded. */
export interface DecodedPoll {
  identity: Identity;
  status: { state: DeviceState; errors: string[] };
  meters: Meter[];
  supplies: Supply[];
  alerts: Alert[];
}
