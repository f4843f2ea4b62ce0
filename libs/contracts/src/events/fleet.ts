import { z } from 'zod';
import { defineEvent } from '../kit';
import { levelStates, supplyClasses, supplyColors, supplyKinds } from '../poll-upload';

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

/** A supply's level or cartridge changed by a reading that is newer than all before. */
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
    /** the person who changed it, null when it was a key */
    changedBy: z.uuid().nullable(),
    /** per person how many machines came and went; never both 0 */
    changes: z
      .array(z.object({ userId: z.uuid(), added: z.int().min(0), removed: z.int().min(0) }))
      .min(1)
      .max(MOST_SIGHT_CHANGES),
  }),
});
