import type { Right } from '@platen/contracts';
import { buildActor } from '@platen/testing';
import { actors, branchId, customerId } from '../../test/actors';
import { customerRoles } from './given-roles';
import { canGiveRole, canUpdateRole, managesRolesOf, rightsGivenBy, rolesVisibleTo } from './role.policy';
import { customerRights, staffRights } from './role-rights';

const other = '00000000-0000-7000-8000-0000000000c2';
const foreign = '00000000-0000-7000-8000-0000000000b2';
const everybody = {
  ...actors,
  'branch administrator': buildActor({
    ...actors.staff,
    rights: ['customer:read', 'customer:manage', 'staff:manage', 'order:read'],
  }),
  'user manager': buildActor({ ...actors.member, rights: ['user:manage', 'order:read'] }),
};
const own = { branchId, customerId };
const staff = { branchId, customerId: null };

test.each([
  // who, his own side, the organisation c1, another one
  ['anonymous', null, null, null],
  ['guest', null, null, null],
  ['member', null, null, null],
  ['administrator', own, own, null],
  ['user manager', own, own, null],
  ['staff', null, own, { branchId, customerId: other }],
  ['staff without rights', null, null, null],
  ['branch administrator', staff, own, { branchId, customerId: other }],
  ['partner of a customer', null, null, null],
  ['partner of a branch', null, null, null],
  ['collector', null, null, null],
  ['system', null, null, null],
] as const)('C1 roles that %s may see', (who, ownSide, first, second) => {
  const actor = everybody[who];
  expect(rolesVisibleTo(actor, null)).toEqual(ownSide);
  expect(rolesVisibleTo(actor, customerId)).toEqual(first);
  expect(rolesVisibleTo(actor, other)).toEqual(second);
});

const clerk = (of: typeof own | typeof staff, rights: readonly Right[] = ['order:read']) => ({
  ...of,
  name: 'Clerk',
  rights,
});

test.each([
  // who, changes own organisation's roles, changes staff's roles
  ['anonymous', false, false],
  ['guest', false, false],
  ['member', false, false],
  ['administrator', true, false],
  ['user manager', true, false],
  ['staff', false, false],
  ['staff without rights', false, false],
  ['branch administrator', false, true],
  ['partner of a customer', false, false],
  ['partner of a branch', false, false],
  ['collector', false, false],
  ['system', false, false],
] as const)('C5 roles that %s may change', (who, organisation, staffs) => {
  const actor = everybody[who];
  expect(canUpdateRole(actor, clerk(own))).toBe(organisation);
  expect(canUpdateRole(actor, clerk(staff))).toBe(staffs);
  expect(canUpdateRole(actor, { ...clerk(own), name: 'Member' })).toBe(false);
  expect(canUpdateRole(actor, { ...clerk(staff), name: 'Finance' })).toBe(false);
  expect(managesRolesOf(actor, { branchId, customerId: other })).toBe(false);
  expect(managesRolesOf(actor, { branchId: foreign, customerId })).toBe(false);
  expect(managesRolesOf(actor, { branchId: foreign, customerId: null })).toBe(false);
});

test.each([
  ['anonymous', [], []],
  ['guest', [], []],
  ['member', [], []],
  ['administrator', customerRights, []],
  ['user manager', ['order:read', 'user:manage'], []],
  ['staff', [], []],
  ['staff without rights', [], []],
  [
    'branch administrator',
    customerRights,
    ['order:read', 'customer:read', 'customer:manage', 'staff:manage'],
  ],
  ['partner of a customer', [], []],
  ['partner of a branch', [], []],
  ['collector', [], []],
  ['system', [], []],
] as const)('C5 what %s may give', (who, toOrganisation, toStaff) => {
  const actor = everybody[who];
  expect([...rightsGivenBy(actor, own)].sort()).toEqual([...toOrganisation].sort());
  expect([...rightsGivenBy(actor, staff)].sort()).toEqual([...toStaff].sort());
  expect(rightsGivenBy(actor, { branchId: foreign, customerId })).toEqual([]);
});

test('C5 a role is given only by who holds all of it', () => {
  const administrators = clerk(own, customerRoles.Administrator);
  expect(canGiveRole(everybody.administrator, administrators)).toBe(true);
  expect(canGiveRole(everybody['user manager'], administrators)).toBe(false);
  expect(canGiveRole(everybody['user manager'], clerk(own))).toBe(true);
  expect(canGiveRole(everybody['branch administrator'], administrators)).toBe(true);
  expect(canGiveRole(everybody.member, clerk(own, []))).toBe(false);
  expect(staffRights).not.toContain('user:manage');
});
