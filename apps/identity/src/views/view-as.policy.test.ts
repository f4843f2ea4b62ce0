import { rights } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import { actors, branchId, customerId, userId } from '../../test/actors';
import { type SeenPerson, type ViewAsRefusal, actingRights, viewRefusal } from './view-as.policy';

const member: SeenPerson = {
  id: '00000000-0000-7000-8000-000000000002',
  branchId,
  customerId,
  deactivated: false,
};
const elsewhere = '00000000-0000-7000-8000-0000000000ff';
const people: Record<string, SeenPerson | null> = {
  'a person of the organisation': member,
  'a deactivated one': { ...member, deactivated: true },
  'somebody of another organisation': { ...member, customerId: elsewhere },
  'somebody of another branch': { ...member, customerId: elsewhere, branchId: elsewhere },
  'somebody of the staff': { ...member, customerId: null },
  himself: { ...member, id: userId },
  nobody: null,
};

const signedIn = (actor: Actor): Actor => ({ ...actor, sessionId: '00000000-0000-7000-8000-00000000005e' });
const administrator = signedIn(actors.administrator);
const staff = signedIn(actors.staff);
const none = 'USER_NOT_FOUND';
const not = 'VIEW_NOT_ALLOWED';

type Row = [string, Actor, (ViewAsRefusal | null)[]];
const table: Row[] = [
  ['administrator', administrator, [null, 'USER_DEACTIVATED', none, none, none, 'OWN_ACCOUNT', none]],
  ['staff', staff, [null, 'USER_DEACTIVATED', null, none, none, 'OWN_ACCOUNT', none]],
  ['member', signedIn(actors.member), [not, not, none, none, none, 'OWN_ACCOUNT', none]],
  [
    'who manages people but sees only some machines',
    { ...administrator, rights: new Set(['user:manage', 'device:read'] as const) },
    [not, not, none, none, none, 'OWN_ACCOUNT', none],
  ],
  [
    'staff without rights',
    signedIn(actors['staff without rights']),
    [not, not, not, none, none, 'OWN_ACCOUNT', none],
  ],
  [
    'who looks through other eyes already',
    { ...administrator, viewedBy: elsewhere },
    [not, not, none, none, none, 'OWN_ACCOUNT', none],
  ],
  [
    'who has no session',
    { ...administrator, sessionId: null },
    [not, not, none, none, none, 'OWN_ACCOUNT', none],
  ],
  ['a key', signedIn(actors['partner of a customer']), [none, none, none, none, none, none, none]],
  ['anonymous', actors.anonymous, [none, none, none, none, none, none, none]],
];

describe('who looks through whose eyes', () => {
  const cases = table.flatMap(([who, actor, expected]) =>
    Object.entries(people).map(([whom, person], at) => [who, whom, actor, person, expected[at]] as const),
  );
  test.each(cases)('%s: %s', (_who, _whom, actor, person, expected) => {
    expect(viewRefusal(actor, person)).toBe(expected);
  });
});

test('no right that lets somebody read counts as one that only changes things', () => {
  const reading = rights.filter((right) => /:(read|all|manage)$/.test(right));
  expect(actingRights.filter((right) => reading.includes(right))).toEqual([]);
});
