import type { Column } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { type DeviceRow, useDeviceColumns } from '../../shared/devices/device-columns';

/** A machine as a line of the list; whose it is only where its reader sees those of several organisations. */
type ListedDevice = DeviceRow & { readonly customer?: { readonly id: string; readonly name: string } | null };

/** Columns of the machines list: for staff with the organisation, behind the machine itself. */
export function useListColumns(isStaff: boolean): readonly Column<ListedDevice>[] {
  const { t } = useTranslation();
  const columns = useDeviceColumns();
  if (!isStaff) return columns;
  const customer: Column<ListedDevice> = {
    id: 'customer',
    header: t('devices.column.customer'),
    cell: ({ customer }) => customer?.name,
    phone: 'plain',
  };
  return [...columns.slice(0, 1), customer, ...columns.slice(1)];
}
