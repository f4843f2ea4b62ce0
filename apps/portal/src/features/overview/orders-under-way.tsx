import { DataTable, Empty } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { type OrderRow, useOrderColumns } from '../../shared/order-columns';
import { paths } from '../../shared/paths';
import { useRight } from '../../shared/viewer';

/** The next parcels. */
export function OrdersUnderWay({
  orders,
}: {
  readonly orders: readonly (OrderRow & { id: string })[] | undefined;
}) {
  const { t } = useTranslation();
  const columns = useOrderColumns({ withDevice: useRight('device:read') });
  return (
    <DataTable
      caption={t('overview.orders.title')}
      columns={columns}
      rows={orders}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.order(id)}
      instead={
        orders?.length === 0 && (
          <Empty title={t('overview.orders.none')}>{t('overview.orders.noneText')}</Empty>
        )
      }
    />
  );
}
