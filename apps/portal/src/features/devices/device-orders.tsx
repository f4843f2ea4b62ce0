import { DataTable, Empty, Sheet } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { useOrderColumns } from '../../shared/order-columns';
import { paths } from '../../shared/paths';
import type { DeviceDetail } from './device-detail';

/** Orders of one machine, automatic ones included (R36). */
export function DeviceOrders({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const columns = useOrderColumns({ withDevice: false });
  const { orders } = device;
  const instead = () => {
    if (!orders) return <Empty title={t('orders.away.title')}>{t('orders.away.text')}</Empty>;
    if (orders.length > 0) return undefined;
    return (
      <Empty title={t('orders.noneHere.title')}>
        {device.monitored ? t('orders.noneHere.monitored') : t('orders.noneHere.notMonitored')}
      </Empty>
    );
  };
  return (
    <Sheet flush>
      <DataTable
        caption={t('devices.tabs.orders')}
        columns={columns}
        rows={orders ?? []}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.order(id)}
        instead={instead()}
      />
    </Sheet>
  );
}
