import { actors, branchId, customerId, userId } from '../../test/actors';
import { staffActor } from '../../test/staff-actors';
import type { UserState } from '../users/user-state';
import { staffActions, staffRefusalOf } from './staff.policy';

const other = '00000000-0000-7000-8000-000000000777';
const colleague = { id: other, branchId, customerId: null, state: 'ACTIVE' as UserState };
const administrator = staffActor({ id: userId, branchId });
const refusals = (person: typeof colleague, actor = administrator) =>
  staffActions.map((action) => staffRefusalOf(actor, action, person));

test.each([
  ['ACTIVE', [null, null, 'USER_NOT_DEACTIVATED']],
  ['INVITED', [null, null, 'USER_NOT_DEACTIVATED']],
  ['DEACTIVATED', [null, 'USER_DEACTIVATED', null]],
  ['ERASED', ['USER_ERASED', 'USER_ERASED', 'USER_ERASED']],
] as const)('a colleague who is %s', (state, expected) => {
  expect(refusals({ ...colleague, state })).toEqual(expected);
});

test('C5 nobody does any of it to himself', () => {
  expect(refusals({ ...colleague, id: userId })).toEqual(['OWN_ACCOUNT', 'OWN_ACCOUNT', 'OWN_ACCOUNT']);
});

const no = ['ACTION_NOT_ALLOWED', 'ACTION_NOT_ALLOWED', 'ACTION_NOT_ALLOWED'];

test('people of customers and of other branches are none of the staff', () => {
  expect(refusals({ ...colleague, customerId: customerId as never })).toEqual(no);
  expect(refusals({ ...colleague, branchId: other })).toEqual(no);
});

test.each(Object.entries(actors))('C1 %s looks after no staff', (_name, actor) => {
  expect(refusals(colleague, actor)).toEqual(no);
});
