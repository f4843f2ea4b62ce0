import { actors, branchId, customerId, userId } from '../../test/actors';
import { canUpdateLocale, peopleVisibleTo, visibleTo } from './user.policy';

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

const other = '00000000-0000-7000-8000-0000000000c2';

test.each([
  // who goes through: the own organisation, c1, another one
  ['anonymous', false, false, false],
  ['guest', false, false, false],
  ['member', false, false, false],
  ['administrator', true, true, false],
  ['staff', false, true, true],
  ['staff without rights', false, false, false],
  ['partner of a customer', false, false, false],
  ['partner of a branch', false, false, false],
  ['collector', false, false, false],
  ['system', false, false, false],
] as const)('C1 whose people %s goes through', (name, own, first, second) => {
  const actor = actors[name];
  expect(peopleVisibleTo(actor, null)).toEqual(own ? { branchId, customerId } : null);
  expect(peopleVisibleTo(actor, customerId)).toEqual(first ? { branchId, customerId } : null);
  expect(peopleVisibleTo(actor, other)).toEqual(second ? { branchId, customerId: other } : null);
});
