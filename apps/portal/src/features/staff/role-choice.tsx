import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { StaffRolesDocument } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { rightWords } from '../../shared/rights/right-words';
import { roleName } from '../../shared/role-name';

/** The staff's roles that the viewer can give, and in words what the chosen one lets people do. */
export function RoleChoice(props: {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (roleId: string) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(StaffRolesDocument);
  const roles = (data?.roles ?? []).filter(({ id, viewerCanGive }) => viewerCanGive || id === props.value);
  const chosen = roles.find(({ id }) => id === props.value);
  return (
    <>
      <NativeSelect
        id={props.id}
        label={t('staff.column.role')}
        value={props.value}
        error={props.error}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        data={[
          ...(chosen ? [] : [{ value: '', label: t('staff.chooseRole') }]),
          ...roles.map(({ id, name }) => ({ value: id, label: roleName(name, t) })),
        ]}
      />
      {chosen && (
        <p>
          {t('staff.roleMeans', { rights: chosen.rights.map((right) => rightWords(right, t)).join(' · ') })}
        </p>
      )}
    </>
  );
}
