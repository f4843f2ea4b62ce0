import { actors, branchId, customerId, userId } from '../../test/actors';
import { canUpdateLocale, visibleTo } from './user.policy';

const nobody = { column: 'id', is: null };
const self = { column: 'id', is: userId };

test.each([
  ['anonymous', nobody, false],
  ['guest', nobody, false],
  ['member', self, true],
  ['administrator', { column: 'customer_id', is: customerId }, true],
  ['staff', { column: 'branch_id', is: branchId }, true],
  ['staff without rights', self, true],
  ['partner of a customer', nobody, false],
  ['partner of a branch', nobody, false],
  ['collector', nobody, false],
  ['system', nobody, false],
] as const)('C1 %s', (name, visible, ownLocale) => {
  expect(visibleTo(actors[name])).toEqual(visible);
  expect(canUpdateLocale(actors[name])).toBe(ownLocale);
});
