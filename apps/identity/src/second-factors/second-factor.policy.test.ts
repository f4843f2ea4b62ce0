import { actors, branchId, customerId, userId } from '../../test/actors';
import { demandScopeOf, ownerOfFactors } from './second-factor.policy';

const manager = { ...actors.staff, rights: new Set(['branch:manage'] as const) };
const ofCustomer = { of: 'customer', id: customerId };

test.each([
  ['anonymous', actors.anonymous, null, null],
  ['guest', actors.guest, null, null],
  ['member', actors.member, userId, null],
  ['administrator', actors.administrator, userId, ofCustomer],
  ['somebody in the eyes of an administrator', { ...actors.administrator, viewedBy: 'x' }, null, ofCustomer],
  ['staff', actors.staff, userId, null],
  ['staff who run the branch', manager, userId, { of: 'branch', id: branchId }],
  ['staff without rights', actors['staff without rights'], userId, null],
  ['partner of a customer', actors['partner of a customer'], null, null],
  ['partner of a branch', actors['partner of a branch'], null, null],
  ['collector', actors.collector, null, null],
  ['system', actors.system, null, null],
] as const)('C21 %s', (_name, actor, owner, scope) => {
  expect(ownerOfFactors(actor)).toBe(owner);
  expect(demandScopeOf(actor)).toEqual(scope);
});
