import type { Meter, MeterUnit, Supply } from '../poll';
import type { Varbinds } from '../varbinds';

/** One counter of a maker: where it stands and what it is called here. */
export interface VendorCounter {
  kind: string;
  /** the first of these that holds a count is taken */
  oids: readonly string[];
  unit: MeterUnit;
}

/**
 * What is particular to one maker: where to look and how to read it. Everything that the Printer MIB says is
 * read for every maker alike. Sources of the OIDs: independent projects, named in each file.
 */
export interface VendorProfile {
  maker: string;
  /** private enterprise numbers (the arc after 1.3.6.1.4.1) under which its devices answer */
  enterprises: readonly number[];
  /** recognises the maker in sysDescr or a device id, when sysObjectID is absent or a print server's */
  hint: RegExp;
  /** brand names that stand in front of a model and are the maker itself */
  brands?: RegExp;
  /** OIDs that hold a model name; device ids are read through {@link deviceIdOids} */
  modelOids?: readonly string[];
  /** IEEE 1284 device ids of this maker */
  deviceIdOids?: readonly string[];
  serialOids?: readonly string[];
  firmwareOids?: readonly string[];
  /** a table of versions: columns of names and versions, and the row that stands for the whole */
  firmwareTable?: { names: string; versions: string; row: RegExp };
  /** takes the model from hrDeviceDescr only when the maker's own objects are silent; default: hrDeviceDescr first */
  ownModelFirst?: boolean;
  counters?: readonly VendorCounter[];
  /** true where the maker's own total was checked to be the billing counter and the life count is not */
  ownTotalFirst?: boolean;
  /** further OIDs to ask for */
  gets?: readonly string[];
  /** further columns to walk */
  walks?: readonly string[];
  /** meters that need more than one OID each; added after {@link counters}, never replacing them */
  moreMeters?(varbinds: Varbinds, counted: ReadonlyMap<string, Meter>): Meter[];
  /** supplies of the maker's own tables, given those of the standard one */
  moreSupplies?(varbinds: Varbinds, standard: readonly Supply[], model: string | null): Supply[];
  /** model and firmware out of a sysDescr of the maker's own make */
  fromSysDescr?(sysDescr: string): { model?: string; serial?: string; firmware?: string };
  /** SNMP context with more answers: community `<community>@<context>` */
  context?: string;
}

/** Short form for a row of {@link VendorProfile.counters}. */
export function counter(kind: string, unit: MeterUnit, ...oids: string[]): VendorCounter {
  return { kind, unit, oids };
}

/** A meter read from a maker's own objects. */
export function vendorMeter(kind: string, value: number, unit: MeterUnit): Meter {
  return { kind, value, unit, source: 'vendor' };
}
