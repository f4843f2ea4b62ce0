import { personErased } from '@platen/contracts';
import { type Consumer, on } from '@platen/platform';
import type { OrderingApp } from '../app';
import { forgetPerson } from './forget-person';

/** What becomes of orders when a person is erased. */
export const placingConsumers: Consumer<OrderingApp>[] = [
  on(personErased, 'ordering.forget-recipient', (_, { userId, addressHash }, { tx }) =>
    forgetPerson(tx, userId, addressHash),
  ),
];
