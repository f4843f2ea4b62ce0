import { z } from 'zod';
import { defineEvent } from '../kit';
import { levelStates, meterUnits, supplyClasses, supplyColors, supplyKinds } from '../poll-upload';

/** A device was installed or what others need to know of it changed: the whole of it. */
export const deviceChanged = defineEvent({
  name: 'fleet.device.changed.v1',
  payload: z.object({
    deviceId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    version: z.int().min(1),
    name: z.string(),
    serialNumber: z.string(),
    maker: z.string(),
    model: z.string(),
    monitored: z.boolean(),
    /** false once retired or collected: nothing is ordered for it any more */
    active: z.boolean(),
    site: z.object({
      siteId: z.uuid(),
      name: z.string(),
      street: z.string(),
      postalCode: z.string(),
      city: z.string(),
      country: z.string(),
    }),
    /** where in the building: floor, room, department */
    place: z.string().nullable(),
    deliveryContact: z.object({ name: z.string(), email: z.email().nullable() }).nullable(),
  }),
});

const placeSchema = z.object({
  siteId: z.uuid(),
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
  floor: z.string().nullable(),
  room: z.string().nullable(),
});

/** Most people that one move tells. */
export const MOST_TOLD_OF_MOVE = 50;

/** A machine stands somewhere else now (R20): those who were chosen get a letter, logistics may want to know. */
export const deviceMoved = defineEvent({
  name: 'fleet.device.moved.v1',
  payload: z.object({
    deviceId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    name: z.string(),
    serialNumber: z.string(),
    from: placeSchema,
    to: placeSchema,
    movedOn: z.iso.date(),
    contractNumber: z.string().nullable(),
    /** the person who moved it, null when it was a key */
    movedBy: z.uuid().nullable(),
    /** people of the organisation who are told */
    userIds: z.array(z.uuid()).max(MOST_TOLD_OF_MOVE),
    /** the contact of the new location, where that one is told too */
    siteContact: z.object({ name: z.string(), email: z.email() }).nullable(),
  }),
});

/**
 * A supply was read, newer than all before: its level or cartridge changed, or it is the first reading of the day
 * (UTC), which tells what was printed since even where the gauge stands still.
 */
export const supplyLevelChanged = defineEvent({
  name: 'fleet.supply-level.changed.v1',
  payload: z.object({
    supplyId: z.uuid(),
    deviceId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    slot: z.string(),
    kind: z.enum(supplyKinds),
    color: z.enum(supplyColors),
    class: z.enum(supplyClasses),
    description: z.string(),
    levelState: z.enum(levelStates),
    levelPercent: z.number().nullable(),
    cartridgeSerial: z.string().nullable(),
    readAt: z.iso.datetime(),
    /** impressions of the device at that reading, null when it does not count */
    totalImpressions: z.int().nullable(),
  }),
});

/** Most people that one `visibilityChanged` tells of; more of them are told of by several. */
export const MOST_SIGHT_CHANGES = 250;

/** Which machines people see changed by somebody's hand (R19, R22); those people are told. */
export const visibilityChanged = defineEvent({
  name: 'fleet.visibility.changed.v1',
  payload: z.object({
    customerId: z.uuid(),
    branchId: z.uuid(),
    /** the person who changed it, null when it was a key or followed from the rule of a group */
    changedBy: z.uuid().nullable(),
    /** per person how many machines came and went; never both 0 */
    changes: z
      .array(z.object({ userId: z.uuid(), added: z.int().min(0), removed: z.int().min(0) }))
      .min(1)
      .max(MOST_SIGHT_CHANGES),
  }),
});

/** Counter values were handed in by people or partners and taken: those of one machine at one instant. */
export const meterHandInAccepted = defineEvent({
  name: 'fleet.meter-hand-in.accepted.v1',
  payload: z.object({
    handInId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    deviceId: z.uuid(),
    readAt: z.iso.datetime(),
    handedInAt: z.iso.datetime(),
    source: z.enum(['portal', 'partner', 'link', 'device']),
    /** a value was odd, and confirmed */
    flagged: z.boolean(),
    /** the hand-in whose values these replace, null as a rule */
    corrects: z.uuid().nullable(),
    values: z
      .array(
        z.object({
          meterId: z.uuid(),
          kind: z.string(),
          unit: z.enum(meterUnits),
          /** null in a correction: withdrawn, and nothing stands in its place */
          value: z.int().min(0).nullable(),
          /** what the counter showed before, null for its first value */
          previous: z.int().min(0).nullable(),
        }),
      )
      .min(1),
  }),
});

/** Most machines that a letter about silent ones calls by name. */
export const MOST_SILENT_NAMED = 10;

/** Watched machines of an organisation have not been heard of for too long; at most once a day (field.md P16). */
export const devicesFellSilent = defineEvent({
  name: 'fleet.devices.fell-silent.v1',
  payload: z.object({
    customerId: z.uuid(),
    branchId: z.uuid(),
    /** machines that fell silent since the organisation was last told */
    count: z.int().min(1),
    /** the first of them by name */
    machines: z
      .array(z.object({ deviceId: z.uuid(), name: z.string(), siteName: z.string() }))
      .min(1)
      .max(MOST_SILENT_NAMED),
    /** true when most of them are those of a collector of which nearly nothing is heard any more */
    together: z.boolean(),
  }),
});

/** A collector was set up or renamed (R65): identity gives it its way in. */
export const collectorChanged = defineEvent({
  name: 'fleet.collector.changed.v1',
  payload: z.object({
    collectorId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    name: z.string(),
    /** grows with each change; an older one never overwrites a newer */
    version: z.int().min(1),
  }),
});

/** A collector that reported before has not for longer than it should. Said once for each silence. */
export const collectorSilent = defineEvent({
  name: 'fleet.collector.silent.v1',
  payload: z.object({
    collectorId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    lastReportAt: z.iso.datetime(),
  }),
});

/** Pages of a month beside those of the month before; null is a month without any reading. */
const monthFigures = z.object({
  pages: z.int().min(0).nullable(),
  previous: z.int().min(0).nullable(),
  mono: z.int().min(0).nullable(),
  color: z.int().min(0).nullable(),
});

/**
 * A saved report has its day. Who still may read reports is known to identity alone, and decided when the letter is
 * written; so each reader comes with both: what he would be told if he saw all machines, and with those given to him.
 */
export const reportDue = defineEvent({
  name: 'fleet.report.due.v1',
  payload: z.object({
    reportId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    /** who set it up */
    ownerId: z.uuid(),
    name: z.string(),
    /** the month that is over, yyyy-mm */
    month: z.string().regex(/^\d{4}-\d{2}$/),
    /** path of the very report in the portal */
    path: z.string().startsWith('/'),
    readers: z
      .array(
        z.object({
          userId: z.uuid(),
          /** null: what the report is about is gone */
          all: monthFigures.nullable(),
          /** null: nothing of what the report is about is given to him */
          given: monthFigures.nullable(),
        }),
      )
      .min(1),
  }),
});

/** Most contacts, and most people, that one fact about a reminder names: of more there are several. */
export const MOST_REMINDED = 2000;
/** Most machines that a reminder calls by name. */
export const MOST_DUE_NAMED = 10;

const addressHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Counters of an organisation are due soon and not read yet: who may read them? Once per due day and step. */
export const meterReadingsDue = defineEvent({
  name: 'fleet.meter-readings.due.v1',
  payload: z.object({
    reminderId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    /** `mailAddressHash` of contacts of those machines */
    contactHashes: z.array(addressHash).max(MOST_REMINDED),
    /** the people of the organisation are asked for too: once for each reminder, however many contacts it has */
    asksForReaders: z.boolean().default(true),
  }),
});

/** The answer: people who may hand in counters, and those of the contacts who have no account of their own. */
export const meterReadersNamed = defineEvent({
  name: 'identity.meter-readers.named.v1',
  payload: z.object({
    reminderId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    readers: z.array(z.uuid()).max(MOST_REMINDED),
    withoutAccount: z.array(addressHash).max(MOST_REMINDED),
  }),
});

/** A link with which a person hands in the counters of some machines: to be sent to him. */
export const meterLinkMade = defineEvent({
  name: 'fleet.meter-link.made.v1',
  payload: z.object({
    linkId: z.uuid(),
    userId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    dueOn: z.iso.date(),
    validUntil: z.iso.datetime(),
    count: z.int().min(1),
    /** names of the first of them */
    machines: z.array(z.string()).min(1).max(MOST_DUE_NAMED),
    /** sealed by `secretBox('mail')`: whoever has it may act (threats C24) */
    sealedUrl: z.string(),
  }),
});
