import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandFailure, errorAt } from '../../shared/use-command';
import { RightsMatrix } from '../../shared/rights/rights-matrix';
import { useViewer } from '../../shared/viewer';
import classes from './joining.module.css';
import { useRoles } from './use-roles';

/** What somebody is to be allowed. */
export interface Giving {
  /** empty: the one that the form begins with */
  readonly roleId: string;
  readonly grantedRights: readonly string[];
}

/** A role, and rights on top of it where the role is not enough. Nobody gives what he does not have. */
export function RoleFields({
  value,
  failure,
  onChange,
}: {
  readonly value: Giving;
  readonly failure: CommandFailure | undefined;
  readonly onChange: (value: Giving) => void;
}) {
  const { t } = useTranslation();
  const { rights } = useViewer();
  const { roles, first, choices } = useRoles();
  const role = roles.find(({ id }) => id === value.roleId) ?? first;
  return (
    <>
      <NativeSelect
        id="roleId"
        label={t('joining.role')}
        data={choices}
        value={role?.id ?? ''}
        error={errorAt(failure, 'roleId')}
        onChange={({ currentTarget }) => onChange({ ...value, roleId: currentTarget.value })}
      />
      {role && (
        <details className={classes.more} id="grantedRights">
          <summary>{t('joining.more', { count: value.grantedRights.length })}</summary>
          <p>{t('joining.moreText')}</p>
          <RightsMatrix
            label={t('joining.rights')}
            rights={rights}
            stateOf={(right) => {
              const ofRole = role.rights.includes(right);
              return {
                held: ofRole || value.grantedRights.includes(right),
                locked: ofRole,
                note: ofRole ? t('joining.ofRole') : undefined,
              };
            }}
            onToggle={(right, held) =>
              onChange({
                ...value,
                grantedRights: held
                  ? [...value.grantedRights, right]
                  : value.grantedRights.filter((own) => own !== right),
              })
            }
          />
        </details>
      )}
    </>
  );
}
