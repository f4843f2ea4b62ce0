import { actors, branchId, customerId } from '../../test/actors';
import { customerRoles, staffRoles } from '../roles/given-roles';
import { canRenew, rightsForKey, visibleTo } from './key.policy';

const branchAdministrator = { ...actors.staff, rights: new Set(staffRoles['Branch administrator']) };
const all = { ...actors, branchAdministrator };
const none = { column: 'customer_id', is: null };
const system = ['device:read', 'order:read', 'order:place', 'order:approve', 'ticket:read'];

test.each([
  ['anonymous', none, false, false],
  ['guest', none, false, false],
  ['member', none, false, false],
  ['administrator', { column: 'customer_id', is: customerId }, true, false],
  ['staff', none, false, false],
  ['staff without rights', none, false, false],
  ['branchAdministrator', { column: 'branch_id', is: branchId }, true, true],
  ['partner of a customer', none, false, false],
  ['partner of a branch', none, false, false],
  ['collector', none, false, false],
  ['system', none, false, false],
] as const)(
  'C7 %s: keys seen, and made for a customer and a branch',
  (name, visible, ofCustomer, ofBranch) => {
    const actor = all[name];
    expect(visibleTo(actor)).toEqual(visible);
    expect(rightsForKey(actor, customerId).length > 0).toBe(ofCustomer);
    expect(rightsForKey(actor, null).length > 0).toBe(ofBranch);
  },
);

test('C7 a key that holds the right to manage keys manages none', () => {
  const key = { ...actors['partner of a customer'], rights: new Set(customerRoles.Administrator) };
  expect(visibleTo(key)).toEqual(none);
  expect(rightsForKey(key, customerId)).toEqual([]);
});

test('C5 an administrator gives systems daily work, and nothing that leads to more', () => {
  const given = rightsForKey(actors.administrator, customerId);
  expect(given).toEqual([
    ...system,
    ...['ticket:open', 'meter:read', 'meter:submit', 'report:read', 'invoice:read', 'contract:read'],
    ...['equipment:manage', 'guest:manage'],
  ]);
});

test('C5 nobody gives what he does not have', () => {
  const modest = { ...actors.administrator, rights: new Set(['key:manage', 'device:read'] as const) };
  expect(rightsForKey(modest, customerId)).toEqual(['device:read']);
  expect(canRenew(modest, { customerId, rights: ['device:read'] })).toBe(true);
  expect(canRenew(modest, { customerId, rights: ['device:read', 'order:place'] })).toBe(false);
  expect(canRenew(modest, { customerId, rights: ['telemetry:write'] })).toBe(true);
  expect(canRenew(actors.member, { customerId, rights: [] })).toBe(false);
});
