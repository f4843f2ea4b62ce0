import { actors, bianchi, italy, memberId, netherlands, rossi } from '../../test/actors';
import { type Visibility, visibilityOf } from './visibility.policy';

const expected: Record<keyof typeof actors, Visibility> = {
  anonymous: { see: 'nothing' },
  guest: { see: 'nothing' },
  member: { see: 'assigned', customerId: rossi, userId: memberId },
  administrator: { see: 'customer', customerId: rossi },
  'administrator of another customer': { see: 'customer', customerId: bianchi },
  'user without rights': { see: 'nothing' },
  staff: { see: 'branch', branchId: italy },
  'staff of another branch': { see: 'branch', branchId: netherlands },
  'staff without rights': { see: 'nothing' },
  'partner of a customer': { see: 'customer', customerId: rossi },
  'partner of a branch': { see: 'branch', branchId: italy },
  'partner without rights': { see: 'nothing' },
  collector: { see: 'nothing' },
  'collector of another customer': { see: 'nothing' },
  'collector without customer': { see: 'nothing' },
  system: { see: 'everything' },
};

test.each(Object.entries(expected))('R30, R33 what %s sees', (name, visibility) => {
  expect(visibilityOf(actors[name as keyof typeof actors])).toEqual(visibility);
});

test('a right without somebody to hold it shows nothing', () => {
  expect(visibilityOf({ ...actors.administrator, customerId: null })).toEqual({ see: 'nothing' });
  expect(visibilityOf({ ...actors.member, id: null })).toEqual({ see: 'nothing' });
  expect(visibilityOf({ ...actors.staff, branchId: null })).toEqual({ see: 'nothing' });
  expect(visibilityOf({ ...actors['partner of a branch'], branchId: null })).toEqual({ see: 'nothing' });
  expect(visibilityOf({ ...actors.anonymous, rights: actors.administrator.rights })).toEqual({
    see: 'nothing',
  });
  expect(visibilityOf({ ...actors.guest, rights: actors.administrator.rights })).toEqual({ see: 'nothing' });
});
