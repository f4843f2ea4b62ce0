import { actors, branchId, customerId } from '../../test/actors';
import { managedBy } from './session-list.policy';

const nobody = { customerId: null, branchId: null, staff: false, ofCustomers: false };
const runsBranch = {
  ...actors.staff,
  rights: new Set(['staff:manage', 'customer:manage'] as const),
};

test.each([
  ['anonymous', actors.anonymous, nobody],
  ['guest', actors.guest, nobody],
  ['member', actors.member, nobody],
  ['administrator', actors.administrator, { ...nobody, customerId }],
  ['staff', actors.staff, { ...nobody, branchId }],
  ['staff who run the branch', runsBranch, { customerId: null, branchId, staff: true, ofCustomers: true }],
  ['staff without rights', actors['staff without rights'], { ...nobody, branchId }],
  ['partner of a customer', actors['partner of a customer'], nobody],
  ['partner of a branch', actors['partner of a branch'], nobody],
  ['collector', actors.collector, nobody],
  ['system', actors.system, nobody],
] as const)('C26 %s looks after the sessions of these', (_name, actor, managed) => {
  expect(managedBy(actor)).toEqual(managed);
});
