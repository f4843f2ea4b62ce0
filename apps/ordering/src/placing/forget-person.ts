import type { Tx } from '@platen/platform';

const FORGET_CONTACT = `
  update supply_order set delivery_contact = null
  where delivery_contact ->> 'email' is not null
    and encode(sha256(convert_to(lower(delivery_contact ->> 'email'), 'UTF8')), 'hex') = $1`;

const FORGET_ACTOR = `
  update supply_order set placed_by = nullif(placed_by, $1), decided_by = nullif(decided_by, $1)
  where placed_by = $1 or decided_by = $1`;

/**
 * Somebody who was erased receives nothing any more: his name, address and phone leave the orders, and so does who
 * ordered and decided (threats C41). The orders themselves stay the organisation's.
 * @param addressHash  `mailAddressHash` of the address that he had
 */
export async function forgetPerson(tx: Tx, userId: string, addressHash: string): Promise<void> {
  await tx.query(FORGET_CONTACT, [addressHash]);
  await tx.query(FORGET_ACTOR, [userId]);
}
