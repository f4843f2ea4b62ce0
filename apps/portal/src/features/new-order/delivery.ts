import type { PlaceOrderInput } from '@platen/graphql-client';

/** Where the parcels go: each to the location of its machine, all to one location, or to a typed address. */
export const destinations = ['own', 'site', 'address'] as const;
export type Destination = (typeof destinations)[number];

/** Longest texts, in characters. */
export const longest = {
  deliveryAddress: 300,
  contactName: 120,
  contactEmail: 254,
  contactPhone: 40,
  instructions: 500,
  costCentre: 60,
  poNumber: 60,
} as const;
export type DeliveryField = keyof typeof longest;

export const destinationOf = (text: string): Destination =>
  destinations.find((choice) => choice === text) ?? 'own';

/** What was typed below the lines, as the service takes it; empty fields are left out. */
export function deliveryOf(
  typed: (key: string) => string,
): Omit<PlaceOrderInput, 'idempotencyKey' | 'lines'> {
  const text = (field: DeliveryField) => typed(field).trim() || null;
  const destination = destinationOf(typed('destination'));
  return {
    deliverySiteId: destination === 'site' ? typed('deliverySiteId') : null,
    deliveryAddress: destination === 'address' ? text('deliveryAddress') : null,
    contactName: text('contactName'),
    contactEmail: text('contactEmail'),
    contactPhone: text('contactPhone'),
    instructions: text('instructions'),
    costCentre: text('costCentre'),
    poNumber: text('poNumber'),
  };
}

/** The field that a chosen destination needs and that is empty. */
export function missingDestination(
  typed: (key: string) => string,
): 'deliverySiteId' | 'deliveryAddress' | undefined {
  const destination = destinationOf(typed('destination'));
  if (destination === 'site' && typed('deliverySiteId') === '') return 'deliverySiteId';
  if (destination === 'address' && typed('deliveryAddress').trim() === '') return 'deliveryAddress';
  return undefined;
}
