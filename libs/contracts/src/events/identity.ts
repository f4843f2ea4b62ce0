import { z } from 'zod';
import { branchSettingsSchema } from '../branch-settings';
import { defineEvent } from '../kit';
import { locales } from '../locale';

/** A branch was set up or its settings changed: the whole of them, so that the newest version alone is enough. */
export const branchChanged = defineEvent({
  name: 'identity.branch.changed.v1',
  payload: z.object({
    branchId: z.uuid(),
    code: z.string(),
    /** grows with each change; an older one never overwrites a newer */
    version: z.int().min(1),
    settings: branchSettingsSchema,
  }),
});

/** A customer (tenant) was registered or its own data changed. */
export const customerChanged = defineEvent({
  name: 'identity.customer.changed.v1',
  payload: z.object({
    customerId: z.uuid(),
    branchId: z.uuid(),
    version: z.int().min(1),
    number: z.string(),
    name: z.string(),
    /** where confirmations go when nobody in person asked: the organisation's own address */
    notificationEmail: z.email(),
    locale: z.enum(locales),
  }),
});

/** Somebody of an organisation got an account, or what he may see changed: by id alone, for names are identity's. */
export const personChanged = defineEvent({
  name: 'identity.person.changed.v1',
  payload: z.object({
    userId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    version: z.int().min(1),
    state: z.enum(['active', 'deactivated', 'erased']),
    /** machines: all of the organisation, those given to him, or none whatever he is given */
    sees: z.enum(['all', 'assigned', 'nothing']),
  }),
});

/**
 * A person's account and personal data were erased (threats C41): every service forgets what it still holds of the
 * address, and shows a pseudonym from now on.
 */
export const personErased = defineEvent({
  name: 'identity.person.erased.v1',
  payload: z.object({
    userId: z.uuid(),
    customerId: z.uuid().nullable(),
    /** `mailAddressHash` of the address that the account had: the event must not keep what was erased */
    addressHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** A collector got a one-time code, exchanged it for its key, or lost the key (R65, threats C7). */
export const collectorAccessChanged = defineEvent({
  name: 'identity.collector-access.changed.v1',
  payload: z.object({
    collectorId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    /** code: waits for its installation; an older key has ended */
    state: z.enum(['code', 'enrolled', 'revoked']),
    /** an older change never overwrites a newer */
    changedAt: z.iso.datetime(),
  }),
});
