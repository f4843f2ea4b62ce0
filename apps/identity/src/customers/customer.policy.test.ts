import { actors, branchId, customerId } from '../../test/actors';
import { visibleTo } from './customer.policy';

const nobody = { column: 'customer_id', is: null };
const own = { column: 'customer_id', is: customerId };
const ofBranch = { column: 'branch_id', is: branchId };

test.each([
  ['anonymous', nobody],
  ['guest', nobody],
  ['member', own],
  ['administrator', own],
  ['staff', ofBranch],
  ['staff without rights', nobody],
  ['partner of a customer', own],
  ['partner of a branch', ofBranch],
  ['collector', nobody],
  ['system', nobody],
] as const)('C1 %s', (name, visible) => {
  expect(visibleTo(actors[name])).toEqual(visible);
});
