import { actors, branchId, customerId } from '../../test/actors';
import { decidesFor } from './application.policy';

describe('S1 who decides on applications', () => {
  test.each([
    ['anonymous', actors.anonymous, null],
    ['guest', actors.guest, null],
    ['member', actors.member, null],
    ['administrator', actors.administrator, { customerId, branchId }],
    ['staff', actors.staff, null],
    ['partner', { ...actors['partner of a customer'], rights: actors.administrator.rights }, null],
    ['collector', actors.collector, null],
    ['system', actors.system, null],
  ])('%s', (_who, actor, tenant) => {
    expect(decidesFor(actor)).toEqual(tenant);
  });
});
