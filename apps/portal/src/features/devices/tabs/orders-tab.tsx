import { DataTable, Empty, Sheet, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { useOrderColumns } from '../../../shared/order-columns';
import { paths } from '../../../shared/paths';
import type { DeviceDetail } from '../device-detail';
import { OrderAdvice } from '../order-advice';
import { SupplyPlans } from '../supply-plans';
import { SupplyTable } from '../supply-table';

/** Supplies of one machine with where each level comes from, and its orders, automatic ones included (R36). */
export function OrdersTab({ device }: { readonly device: DeviceDetail }) {
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
    <Stack>
      <Sheet title={t('supplies.each')} flush>
        <SupplyTable supplies={device.supplies} />
      </Sheet>
      {device.monitored && <SupplyPlans deviceId={device.id} />}
      <OrderAdvice device={device} />
      <Sheet title={t('orders.title')} flush>
        <DataTable
          caption={t('orders.title')}
          columns={columns}
          rows={orders ?? []}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.order(id)}
          instead={instead()}
        />
      </Sheet>
    </Stack>
  );
}
