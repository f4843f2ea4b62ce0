import { actorOf, actors } from '../../test/actors';
import { canKeepViews, canShareViews } from './saved-view.policy';

test.each([
  ['anonymous', actors.anonymous, false, false],
  ['a guest', actors.guest, false, false],
  ['a member', actors.member, true, false],
  ['an administrator', actors.administrator, true, true],
  ['staff', actors.staff, true, true],
  ['staff who manage machines', actorOf('staff', ['device:manage'], { customerId: null }), true, true],
  ['staff without rights', actors['staff without rights'], true, false],
  ['a partner', actorOf('partner', ['device:read', 'equipment:manage']), false, false],
  ['a collector', actors.collector, false, false],
  ['the product itself', actors.system, false, false],
])('%s', (_, actor, keeps, shares) => {
  expect([canKeepViews(actor), canShareViews(actor)]).toEqual([keeps, shares]);
});
