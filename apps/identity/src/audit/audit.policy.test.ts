import { actors, branchId, customerId } from '../../test/actors';
import { visibleTo } from './audit.policy';

const none = { column: 'customer_id', is: null };
const withRight = { ...actors.staff, rights: new Set(['audit:read'] as const) };

test.each([
  ['anonymous', actors.anonymous, none],
  ['guest', { ...actors.guest, rights: withRight.rights }, none],
  ['member', actors.member, none],
  ['administrator', actors.administrator, { column: 'customer_id', is: customerId }],
  ['staff without the right', actors.staff, none],
  ['staff with the right', withRight, { column: 'branch_id', is: branchId }],
  ['partner', { ...actors['partner of a branch'], rights: withRight.rights }, none],
  ['collector', { ...actors.collector, rights: withRight.rights }, none],
  ['system', actors.system, none],
])('C40 what %s sees of the log', (_name, actor, visible) => {
  expect(visibleTo(actor)).toEqual(visible);
});
