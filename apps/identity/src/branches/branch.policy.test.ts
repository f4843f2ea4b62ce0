import { buildActor } from '@platen/testing';
import { actors, branchId } from '../../test/actors';
import { staffRoles } from '../roles/given-roles';
import { assertManagedBranch, managedBranchOf } from './branch.policy';

const rights = ['branch:manage', 'customer:manage', 'staff:manage'] as const;
const administrator = buildActor({
  kind: 'staff',
  customerId: null,
  branchId,
  rights: staffRoles['Branch administrator'],
});

test.each(Object.entries(actors))('C1 %s manages no branch', (_name, actor) => {
  expect(rights.map((right) => managedBranchOf(actor, right))).toEqual([null, null, null]);
  expect(() => assertManagedBranch(actor, 'branch:manage')).toThrow('has no branch of its own');
});

test('a branch administrator manages the own branch', () => {
  expect(rights.map((right) => managedBranchOf(administrator, right))).toEqual([
    branchId,
    branchId,
    branchId,
  ]);
});

test('C5 a right of staff given to somebody of a customer by mistake opens nothing', () => {
  const mistake = { ...actors.administrator, rights: new Set(rights) };
  expect(rights.map((right) => managedBranchOf(mistake, right))).toEqual([null, null, null]);
});
