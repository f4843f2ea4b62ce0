import { Button } from '@mantine/core';
import type { GivenToUserQuery } from '@platen/graphql-client';
import { DataTable, Empty, type More, Sheet, TwoLines } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import type { Assignments } from './use-assignments';

type Machine = NonNullable<GivenToUserQuery['devices']>['edges'][number]['node'];

/** The machines that a person is given one by one (R19). */
export function GivenMachines({
  name,
  machines,
  inGroups,
  more,
  assignments,
}: {
  readonly name: string;
  readonly machines: readonly Machine[] | undefined;
  /** groups that the person has as well */
  readonly inGroups: number;
  readonly more: More | undefined;
  readonly assignments: Assignments;
}) {
  const { t } = useTranslation();
  const takeAway = (machine: Machine) => (
    <Button
      variant="default"
      size="compact-sm"
      loading={assignments.running}
      aria-label={t('groups.actOn', { act: t('groups.takeAway'), name: machine.name })}
      onClick={() =>
        void assignments.changeDevices(
          { remove: [machine.id] },
          t('sight.user.machineTaken', { machine: machine.name, name }),
        )
      }
    >
      {t('groups.takeAway')}
    </Button>
  );
  return (
    <Sheet title={t('sight.user.machines')} flush>
      <DataTable
        caption={t('sight.user.machines')}
        columns={[
          {
            id: 'machine',
            header: t('devices.column.machine'),
            cell: (machine) => <TwoLines first={machine.name} second={machine.model} />,
            phone: 'title',
          },
          {
            id: 'site',
            header: t('devices.column.site'),
            cell: ({ site }) => site && <TwoLines first={site.name} second={site.city} plain />,
            phone: 'plain',
          },
          { id: 'act', header: t('groups.column.act'), cell: takeAway, align: 'end', phone: 'plain' },
        ]}
        rows={machines}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.device(id)}
        instead={
          machines?.length === 0 && (
            <Empty title={t('sight.user.noMachines')}>
              {inGroups > 0 ? t('sight.user.noMachinesButGroups') : t('sight.user.seesNothing', { name })}
            </Empty>
          )
        }
        more={more}
      />
    </Sheet>
  );
}
