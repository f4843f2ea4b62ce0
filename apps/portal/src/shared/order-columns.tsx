import type { OrderRowFragment } from '@platen/graphql-client';
import type { Column } from '@platen/ui';
import { TwoLines, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderStatusPill } from './order-status';

/** An order as a line of a list; lists across machines bring the machine along. */
export type OrderRow = OrderRowFragment & {
  readonly device?: { readonly name: string; readonly model: string } | null;
  readonly customer?: { readonly name: string } | null;
};

/** Columns of every list of orders. */
export function useOrderColumns({
  withDevice,
  withCustomer = false,
}: {
  readonly withDevice: boolean;
  /** for lists across customers */
  readonly withCustomer?: boolean;
}): readonly Column<OrderRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const device: Column<OrderRow> = {
      id: 'device',
      header: t('orders.column.device'),
      cell: (order) => order.device?.name,
      phone: 'plain',
    };
    const customer: Column<OrderRow> = {
      id: 'customer',
      header: t('orders.column.customer'),
      cell: (order) => order.customer?.name,
      phone: 'plain',
    };
    return [
      {
        id: 'order',
        header: t('orders.column.order'),
        cell: (order) => (
          <TwoLines
            first={order.lines.map(lineWords).join(', ')}
            second={t('orders.oneNumber', { number: order.number })}
          />
        ),
        phone: 'title',
      },
      ...(withCustomer ? [customer] : []),
      ...(withDevice ? [device] : []),
      {
        id: 'status',
        header: t('orders.column.status'),
        cell: ({ status }) => <OrderStatusPill status={status} />,
        phone: 'corner',
      },
      {
        id: 'kind',
        header: t('orders.column.kind'),
        cell: ({ automatic }) => t(`orders.kind.${automatic ? 'automatic' : 'byHand'}`),
        phone: 'hidden',
      },
      {
        id: 'placed',
        header: t('orders.column.placed'),
        cell: ({ placedAt }) => format.moment(placedAt),
        whole: true,
      },
      {
        id: 'expected',
        header: t('orders.column.expected'),
        align: 'end',
        cell: ({ expectedOn, status }) => (isExpected(status) ? format.day(expectedOn) : undefined),
      },
    ];
  }, [t, format, withDevice, withCustomer]);
}

function lineWords({ quantity, article }: OrderRow['lines'][number]): string {
  return quantity === 1 ? article.name : `${quantity} × ${article.name}`;
}

/** A date of arrival is only worth showing while the parcel is still to come. */
function isExpected(status: OrderRow['status']): boolean {
  return !['DELIVERED', 'CANCELLED', 'RETURNED', 'LOST'].includes(status);
}
