import { useQuery } from '@apollo/client/react';
import { RolesToGiveDocument, type RolesToGiveQuery } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { roleName } from '../../shared/role-name';

/** A role that the viewer may give. */
export type RoleToGive = NonNullable<RolesToGiveQuery['roles']>[number];

/** The roles that the viewer may give, and the one that a form begins with: a member has the fewest rights. */
export function useRoles() {
  const { t } = useTranslation();
  const { data } = useQuery(RolesToGiveDocument);
  const roles = (data?.roles ?? []).filter(({ viewerCanGive }) => viewerCanGive);
  const first = roles.find(({ name }) => name === 'Member') ?? roles[0];
  const choices = roles.map(({ id, name }) => ({ value: id, label: roleName(name, t) }));
  return { roles, first, choices };
}
