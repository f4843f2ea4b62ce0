import type { Actor, GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { Customer, CustomerService } from './customer.service';

/** Customers of one request as one actor sees them; the actor changes only at sign-in. */
export function customerLoader(
  context: GraphqlContext,
  customers: CustomerService,
  actor: Actor = context.actor,
): DataLoader<string, Customer | null> {
  return context.loader(
    `customers ${actor.id}`,
    () => new DataLoader<string, Customer | null>((ids) => customers.findByIds(actor, ids)),
  );
}
