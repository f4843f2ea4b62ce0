import { type Right, rights } from '@platen/contracts';
import { anonymous, system } from '@platen/platform';
import { buildActor } from '@platen/testing';
import { visibleTo } from './invoice.policy';

const customerId = '00000000-0000-7000-8000-0000000000c1';
const branchId = '00000000-0000-7000-8000-0000000000b1';
const nobody = { column: 'customer_id', is: null };
const own = { column: 'customer_id', is: customerId };
const ofBranch = { column: 'branch_id', is: branchId };
const allOthers = rights.filter((right) => right !== 'invoice:read');

test.each([
  ['guest', customerId, nobody],
  ['user', customerId, own],
  ['staff', null, ofBranch],
  ['partner', customerId, own],
  ['partner', null, ofBranch],
  ['collector', customerId, nobody],
] as const)(
  'S3 %s of %s with the right to read invoices; with every other right nothing',
  (kind, customer, expected) => {
    const actorWith = (given: readonly Right[]) =>
      buildActor({ kind, customerId: customer, branchId, rights: given });
    expect(visibleTo(actorWith(['invoice:read']))).toEqual(expected);
    expect(visibleTo(actorWith(allOthers))).toEqual(nobody);
  },
);

test('C1 neither nobody nor the product itself looks through this policy', () => {
  expect(visibleTo(anonymous('request', 'en'))).toEqual(nobody);
  expect(visibleTo(system('request'))).toEqual(nobody);
});
