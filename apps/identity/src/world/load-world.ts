import { type World, branchSettingsSchema } from '@platen/contracts';
import { type Tx, type UnitOfWork, insertNew, system } from '@platen/platform';
import { BranchEntity } from '../branches/branch.entity';
import { storeFirstVersion } from '../branches/branch-version';
import { emitBranchChanged } from '../branches/branch.events';
import { CustomerEntity } from '../customers/customer.entity';
import { emitCustomerChanged } from '../customers/customer.events';
import { AccessKeyEntity } from '../keys/access-key.entity';
import { KEY_PREFIX_LENGTH } from '../keys/key-prefix';
import { RoleEntity } from '../roles/role.entity';
import { hashToken } from '../sessions/secret-token';
import type { Passwords } from '../users/passwords';
import { emitPeopleChanged } from '../users/person.events';
import { UserEntity } from '../users/user.entity';
import { givenRolesOf, roleIdOf } from './given-roles-of';

/** Fills identity from a set of data, and tells the others of every branch and customer. Again does no harm. */
export async function loadWorld(work: UnitOfWork, passwords: Passwords, world: World): Promise<void> {
  const hashes = await hashEachOnce(
    passwords,
    world.users.map((user) => user.password),
  );
  await work.write(system('load-world'), async (tx) => {
    await loadBranches(tx, world);
    await loadCustomers(tx, world);
    await insertNew(tx, RoleEntity, givenRolesOf(world));
    await loadUsers(tx, world, hashes);
    await loadKeys(tx, world);
  });
}

async function loadBranches(tx: Tx, world: World): Promise<void> {
  const rows = world.branches.map(({ id, code, settings }) => {
    return { id, code, version: 1, settings: branchSettingsSchema.parse(settings) };
  });
  const added = await insertNew(tx, BranchEntity, rows);
  for (const branch of rows) {
    if (!added.has(branch.id)) continue;
    await storeFirstVersion(tx, branch);
    emitBranchChanged(tx, branch);
  }
}

async function loadCustomers(tx: Tx, world: World): Promise<void> {
  const rows = world.customers.map((customer) => ({ ...customer, version: 1 }));
  const added = await insertNew(tx, CustomerEntity, rows);
  for (const customer of rows) if (added.has(customer.id)) emitCustomerChanged(tx, customer);
}

async function loadUsers(tx: Tx, world: World, hashes: ReadonlyMap<string, string>): Promise<void> {
  const rows = world.users.map(({ password, role, deviceIds: _fleetsPart, ...person }) => ({
    ...person,
    passwordHash: hashes.get(password) ?? null,
    roleId: roleIdOf(person.branchId, person.customerId, role),
  }));
  const added = await insertNew(tx, UserEntity, rows);
  await emitPeopleChanged(tx, [...added]);
}

async function loadKeys(tx: Tx, world: World): Promise<void> {
  const rows = world.keys.map(({ key, rights, ...facts }) => ({
    ...facts,
    rights: [...rights],
    prefix: key.slice(0, KEY_PREFIX_LENGTH),
    keyHash: hashToken(key),
  }));
  await insertNew(tx, AccessKeyEntity, rows);
}

/** A hash takes tens of milliseconds, and demo worlds give everybody the same password. */
async function hashEachOnce(passwords: Passwords, all: readonly string[]): Promise<Map<string, string>> {
  const hashed = [...new Set(all)].map(
    async (password) => [password, await passwords.hash(password)] as const,
  );
  return new Map(await Promise.all(hashed));
}
