import { createHash } from 'node:crypto';
import type { World } from '@platen/contracts';
import type { RoleEntity } from '../roles/role.entity';
import { customerRoles, staffRoles } from '../roles/given-roles';

/** The roles that the customers and branches of a world start with. */
export function givenRolesOf(world: World): RoleEntity[] {
  const rolesOf = (
    branchId: string,
    customerId: string | null,
    roles: typeof customerRoles | typeof staffRoles,
  ) =>
    Object.entries(roles).map(([name, rights]) => ({
      id: roleIdOf(branchId, customerId, name),
      branchId,
      customerId,
      name,
      rights: [...rights],
    }));
  return [
    ...world.branches.flatMap((branch) => rolesOf(branch.id, null, staffRoles)),
    ...world.customers.flatMap((customer) => rolesOf(customer.branchId, customer.id, customerRoles)),
  ];
}

/** A role's id in a loaded world: the same whenever it is loaded (UUID version 8, RFC 9562 5.8). */
export function roleIdOf(branchId: string, customerId: string | null, name: string): string {
  const hex = createHash('sha256').update(`role ${branchId} ${customerId} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
