import type { MachineChoiceFragment } from '@platen/graphql-client';
import { type Column, TwoLines } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceStatePill } from '../../shared/devices/device-state';

/** A machine as a line of a group. */
export type MachineChoice = MachineChoiceFragment;

/** Columns of the machines of a group, and of those that could come into it; `act` ends each row. */
export function useMachineColumns(
  act: ((machine: MachineChoice) => ReactNode) | undefined,
): readonly Column<MachineChoice>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'machine',
      header: t('devices.column.machine'),
      cell: ({ name, model }) => <TwoLines first={name} second={model} />,
      phone: 'title',
    },
    {
      id: 'serial',
      header: t('devices.fact.serial'),
      cell: ({ serialNumber }) => serialNumber,
      phone: 'hidden',
    },
    {
      id: 'site',
      header: t('devices.column.site'),
      cell: ({ site }) => site && <TwoLines first={site.name} second={site.city} plain />,
      phone: 'plain',
    },
    {
      id: 'state',
      header: t('devices.column.state'),
      cell: (machine) => (
        <DeviceStatePill state={machine.state} errors={machine.errors} lastSeenAt={machine.lastSeenAt} />
      ),
      phone: 'corner',
    },
    ...(act
      ? [{ id: 'act', header: t('groups.column.act'), cell: act, align: 'end', phone: 'plain' } as const]
      : []),
  ];
}
