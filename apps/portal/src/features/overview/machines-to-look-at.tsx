import { DataTable, Empty } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { type DeviceRow, useDeviceColumns } from '../../shared/devices/device-columns';
import { paths } from '../../shared/paths';

/** The most urgent machines; none is good news. */
export function MachinesToLookAt({ devices }: { readonly devices: readonly DeviceRow[] | undefined }) {
  const { t } = useTranslation();
  const columns = useDeviceColumns();
  return (
    <DataTable
      caption={t('overview.look.title')}
      columns={columns}
      rows={devices}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.device(id)}
      instead={
        devices?.length === 0 && <Empty title={t('overview.look.none')}>{t('overview.look.noneText')}</Empty>
      }
    />
  );
}
