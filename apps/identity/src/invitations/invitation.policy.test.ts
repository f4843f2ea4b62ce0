import { actors, branchId, customerId } from '../../test/actors';
import { buildActor } from '@platen/testing';
import { invitingTenant } from './invitation.policy';

const branchAdministrator = buildActor({
  kind: 'staff',
  customerId: null,
  branchId,
  rights: ['staff:manage'],
});

describe('who invites whom', () => {
  test.each([
    ['anonymous', actors.anonymous, null],
    ['guest', actors.guest, null],
    ['member', actors.member, null],
    ['administrator', actors.administrator, { customerId, branchId, id: customerId }],
    ['staff', actors.staff, null],
    ['branch administrator', branchAdministrator, { customerId: null, branchId, id: branchId }],
    [
      'partner of a customer',
      { ...actors['partner of a customer'], rights: actors.administrator.rights },
      null,
    ],
    ['collector', actors.collector, null],
    ['system', actors.system, null],
  ])('%s', (_who, actor, tenant) => {
    expect(invitingTenant(actor)).toEqual(tenant);
  });
});
