import { rights } from '@platen/contracts';
import { customerRoles, staffRoles } from './given-roles';
import { customerRights, givenNames, isGivenName, rightOf, rightsOf, staffRights } from './role-rights';

const both = 'customer, staff';

const sideOf: Record<(typeof rights)[number], string> = {
  'device:read': both,
  'device:all': both,
  'order:read': both,
  'order:place': 'customer',
  'order:approve': both,
  'order:manage': 'staff',
  'shipment:write': 'staff',
  'catalogue:manage': 'staff',
  'ticket:read': both,
  'ticket:open': both,
  'meter:read': both,
  'meter:submit': 'customer, staff',
  'meter:manage': 'staff',
  'meter:book': 'staff',
  'device:manage': 'staff',
  'collector:manage': 'customer, staff',
  'report:read': both,
  'invoice:read': both,
  'contract:read': both,
  'equipment:manage': 'customer',
  'user:manage': 'customer',
  'guest:manage': 'customer',
  'key:manage': both,
  'telemetry:write': '',
  'audit:read': both,
  'customer:read': 'staff',
  'customer:manage': 'staff',
  'branch:manage': 'staff',
  'staff:manage': 'staff',
};

test.each(rights)('C5 %s fits the roles of one side, both or none', (right) => {
  const sides = (['customer', 'staff'] as const).filter((side) => rightsOf(side).includes(right));
  expect(sides.join(', ')).toBe(sideOf[right]);
  expect(rightOf('customer', right)).toBe(sides.includes('customer') ? right : undefined);
});

test.each([
  ['customer', customerRoles, customerRights],
  ['staff', staffRoles, staffRights],
] as const)('every given role of the %s side fits it', (side, roles, fitting) => {
  expect(Object.values(roles).flatMap((held) => held.filter((right) => !fitting.includes(right)))).toEqual(
    [],
  );
  expect(givenNames(side)).toEqual(Object.keys(roles));
});

test.each([
  ['customer', 'Administrator', true],
  ['customer', 'administrator', true],
  ['customer', 'Finance', false],
  ['staff', 'Finance', true],
  ['staff', 'toString', false],
] as const)('on the %s side %j is given: %s', (side, name, given) => {
  expect(isGivenName(side, name)).toBe(given);
});

test('a right that nobody knows fits nothing', () => {
  expect(rightOf('customer', 'moon:land')).toBeUndefined();
});
