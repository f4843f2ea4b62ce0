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
