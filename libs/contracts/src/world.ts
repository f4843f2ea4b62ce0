import type { BranchSettings } from './branch-settings';
import type { Locale } from './locale';
import type { LevelState, SupplyClass, SupplyColor, SupplyKind } from './poll-upload';
import type { Right } from './rights';

/**
 * A whole set of data to fill an empty installation with: the demo, a benchmark, an import from a predecessor.
 * Every service loads its own part; ids tie the parts together. Data only: nothing in the services knows it.
 */
export interface World {
  readonly branches: readonly WorldBranch[];
  readonly customers: readonly WorldCustomer[];
  readonly users: readonly WorldUser[];
  readonly keys: readonly WorldKey[];
  readonly sites: readonly WorldSite[];
  readonly devices: readonly WorldDevice[];
  readonly groups?: readonly WorldGroup[];
  readonly models?: readonly WorldModel[];
  readonly articles: readonly WorldArticle[];
  readonly orders: readonly WorldOrder[];
  readonly tickets: readonly WorldTicket[];
  readonly invoices: readonly WorldInvoice[];
}

export interface WorldBranch {
  readonly id: string;
  /** 'IT', 'NL' */
  readonly code: string;
  readonly settings: BranchSettings;
}

export interface WorldCustomer {
  readonly id: string;
  readonly branchId: string;
  readonly number: string;
  readonly name: string;
  readonly notificationEmail: string;
  readonly locale: Locale;
}

export interface WorldUser {
  readonly id: string;
  readonly branchId: string;
  /** null: staff of the branch */
  readonly customerId: string | null;
  readonly email: string;
  /** in clear only here; identity stores its argon2id hash */
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly locale: Locale;
  /** name of the role that gives the rights */
  readonly role:
    | 'Administrator'
    | 'Member'
    | 'Service desk'
    | 'Logistics'
    | 'Finance'
    | 'Branch administrator';
  /** devices a Member sees; ignored for who has `device:all` */
  readonly deviceIds: readonly string[];
}

/** A key for a collector or a partner system. */
export interface WorldKey {
  readonly id: string;
  readonly kind: 'collector' | 'partner';
  readonly branchId: string;
  readonly customerId: string | null;
  readonly name: string;
  /** in clear only here; identity stores its hash */
  readonly key: string;
  readonly rights: readonly Right[];
}

export interface WorldSite {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly deliveryContact: {
    readonly name: string;
    readonly email: string | null;
    readonly phone?: string | null;
  };
  /** what whoever brings something has to know */
  readonly deliveryInstructions?: string | null;
}

export interface WorldDevice {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly siteId: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly equipmentId: string | null;
  readonly maker: string;
  readonly model: string;
  readonly monitored: boolean;
  readonly floor: string | null;
  readonly room: string | null;
  readonly department: string | null;
  /** hours since the last poll, null when it was never polled */
  readonly lastSeenHoursAgo: number | null;
  readonly status: 'idle' | 'warning' | 'down';
  /** what keeps it from printing, as hrPrinterDetectedErrorState names it */
  readonly errors: readonly (
    | 'lowPaper'
    | 'noPaper'
    | 'doorOpen'
    | 'jammed'
    | 'offline'
    | 'serviceRequested'
  )[];
  /** impressions per month of the past, oldest first, the last one up to today; mono and colour */
  readonly monthlyVolumes: readonly { readonly mono: number; readonly color: number }[];
  /** counters before the first of those months */
  readonly startMeters: { readonly mono: number; readonly color: number };
  readonly supplies: readonly WorldSupply[];
  /** where it is in its life; installed when left out */
  readonly lifecycle?: 'planned' | 'installed' | 'in_repair';
  /** days since it was installed */
  readonly installedDaysAgo?: number;
  readonly costCentre?: string;
  readonly contractNumber?: string;
  readonly contact?: { readonly name: string; readonly email: string; readonly phone: string };
  /** of its impressions: 0..1 on both sides, 0..1 on A3; and scans per impression; not counted when left out */
  readonly shares?: { readonly duplex: number; readonly a3: number; readonly scan: number };
  /** days since somebody read the counters of one that tells nothing by itself; 0 when left out */
  readonly readDaysAgo?: number;
  /** a value of its total that somebody handed in and confirmed, odd as it is */
  readonly oddReading?: { readonly aboveLast: number; readonly daysAgo: number };
  readonly plannedMove?: {
    readonly siteId: string;
    readonly floor: string;
    readonly room: string;
    readonly inDays: number;
  };
  readonly timeline?: readonly WorldDeviceEvent[];
}

/** Something that happened to a machine, with ids, settings and counter values as its facts. */
export interface WorldDeviceEvent {
  readonly kind: 'installed' | 'sent-to-repair' | 'repaired' | 'cartridge-changed';
  readonly daysAgo: number;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a branch knows of a model. */
export interface WorldModel {
  readonly branchId: string;
  readonly maker: string;
  readonly model: string;
  readonly color: boolean;
  readonly a3: boolean;
  /** recommended impressions a month */
  readonly monthlyFrom: number;
  readonly monthlyTo: number;
  readonly slots: readonly Pick<WorldSupply, 'slot' | 'kind' | 'color' | 'class' | 'description'>[];
  readonly meterKinds: readonly string[];
}

/** Machines of a customer that belong together, and the people to whom they are given. */
export interface WorldGroup {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly name: string;
  readonly deviceIds: readonly string[];
  readonly userIds: readonly string[];
}

export interface WorldSupply {
  readonly slot: string;
  readonly description: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly class: SupplyClass;
  readonly levelState: LevelState;
  readonly levelPercent: number | null;
  readonly cartridgeSerial: string | null;
}

export interface WorldArticle {
  readonly id: string;
  readonly branchId: string;
  readonly partNumber: string;
  readonly name: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  /** models it fits, as the devices name them */
  readonly models: readonly string[];
  /** impressions at reference coverage (ISO/IEC 19752, 19798), null when none is stated */
  readonly yieldImpressions: number | null;
}

export interface WorldOrder {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly deviceId: string;
  readonly articleId: string;
  readonly supplySlot: string;
  readonly quantity: number;
  readonly automatic: boolean;
  readonly status: 'received' | 'confirmed' | 'picked' | 'shipped' | 'delivered' | 'cancelled';
  readonly placedDaysAgo: number;
  readonly levelPercent: number | null;
}

export interface WorldTicket {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly deviceId: string | null;
  readonly subject: string;
  readonly status: 'received' | 'scheduled' | 'waiting' | 'resolved' | 'closed';
  readonly openedDaysAgo: number;
}

export interface WorldInvoice {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly issuedDaysAgo: number;
  readonly dueInDays: number;
  /** whole amount with VAT in minor units of the branch's currency */
  readonly totalMinor: number;
  readonly status: 'issued' | 'paid' | 'overdue';
}
