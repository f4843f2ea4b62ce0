import { buildActor } from '@platen/testing';
import { actors, branchId, customerId, userId } from '../../test/actors';
import { type PersonFacts, type UserAction, canDo, refusalOf, userActions } from './user-actions.policy';
import { userStates } from './user-state';

const everybody = {
  ...actors,
  'user manager': buildActor({ ...actors.member, rights: ['user:manage'] }),
  'branch administrator': buildActor({ ...actors.staff, rights: ['customer:read', 'customer:manage'] }),
};
type Who = keyof typeof everybody;

const colleague: PersonFacts = {
  id: '00000000-0000-7000-8000-000000000002',
  branchId,
  customerId,
  state: 'ACTIVE',
};
const others: Record<string, PersonFacts> = {
  'somebody of another customer': { ...colleague, customerId: '00000000-0000-7000-8000-0000000000c2' },
  'staff of the branch': { ...colleague, customerId: null },
  'somebody of another branch': {
    ...colleague,
    customerId: '00000000-0000-7000-8000-0000000000c3',
    branchId: '00000000-0000-7000-8000-0000000000b2',
  },
};

const all = userActions.join(' ');
const doneBy: Record<Who, string> = {
  anonymous: '',
  guest: '',
  member: '',
  administrator: all,
  'user manager': all,
  staff: '',
  'staff without rights': '',
  'branch administrator': 'change-rights deactivate reactivate reset-password',
  'partner of a customer': '',
  'partner of a branch': '',
  collector: '',
  system: '',
};

const done = (who: Who, person: PersonFacts) =>
  userActions.filter((action) =>
    // a deactivated account is what reactivation is for
    canDo(everybody[who], action, action === 'reactivate' ? { ...person, state: 'DEACTIVATED' } : person),
  );

test.each(Object.entries(doneBy))('C5 what %s may do to a colleague: %s', (who, expected) => {
  expect(done(who as Who, colleague).join(' ')).toBe(expected);
});

test.each(Object.keys(everybody))('C5 %s does nothing of it to himself', (who) => {
  const self = { ...colleague, id: userId };
  expect(done(who as Who, self)).toEqual([]);
  if (everybody[who as Who].id === userId)
    expect(refusalOf(everybody[who as Who], 'change-rights', self)).toBe('OWN_ACCOUNT');
});

test.each(Object.entries(others))('C6 R33 %s is out of reach', (name, person) => {
  const reaching = (Object.keys(everybody) as Who[]).filter((who) => done(who, person).length > 0);
  // staff look after all customers of their branch
  expect(reaching).toEqual(name === 'somebody of another customer' ? ['branch administrator'] : []);
});

const fitting: Record<UserAction, string> = {
  update: 'ACTIVE INVITED DEACTIVATED',
  'change-rights': 'ACTIVE INVITED DEACTIVATED',
  deactivate: 'ACTIVE INVITED',
  reactivate: 'DEACTIVATED',
  erase: 'ACTIVE INVITED DEACTIVATED',
  'reset-password': 'ACTIVE INVITED',
};

test.each(Object.entries(fitting))('%s fits %s accounts', (action, states) => {
  const fits = userStates.filter((state) =>
    canDo(actors.administrator, action as UserAction, { ...colleague, state }),
  );
  expect(fits.join(' ')).toBe(states);
});
