import { useQuery } from '@apollo/client/react';
import { OrderDetailDocument, type OrderDetailQuery } from '@platen/graphql-client';
import { Columns, Empty, Facts, Sheet, SheetBody, Stack, Timeline, UiLink, useFormat, Why } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderStatusPill } from '../../shared/order-status';
import { orderSteps } from '../../shared/order-steps';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useRight } from '../../shared/viewer';
import { CancelOrder } from './cancel-order';
import { DecideOrder } from './decide-order';
import { OrderHistory } from './order-history';
import { OrderLines } from './order-lines';
import { Shipments } from './shipments';
import { StaffStatus } from './staff-status';

type OrderDetail = NonNullable<OrderDetailQuery['order']>;

const route = getRouteApi('/in/orders/$orderId');

/** One order: when it comes, where it stands, why it was placed, whom to call about it. */
export function OrderPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { orderId } = route.useParams();
  const withDevices = useRight('device:read');
  const withCustomer = useRight('customer:read');
  const mayManage = useRight('order:manage');
  const { data, error, refetch } = useQuery(OrderDetailDocument, {
    variables: { id: orderId, withDevices, withCustomer },
    fetchPolicy: 'cache-and-network',
  });
  const crumbs = [{ label: t('nav.orders') }, { label: t('orders.title'), href: paths.orders() }];
  const order = data?.order;
  if (!order) {
    return (
      <Page title={t('orders.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && order === null && (
            <Empty title={t('orders.notFound.title')}>{t('orders.notFound.text')}</Empty>
          )}
        </Sheet>
      </Page>
    );
  }
  return (
    <Page
      title={t('orders.oneNumber', { number: order.number })}
      crumbs={crumbs}
      about={<OrderStatusPill status={order.status} />}
      say={t(`orders.say.${order.status}`, { day: format.longDay(order.expectedOn) })}
    >
      <Stack>
        <Columns>
          <Sheet title={t('orders.progress')}>
            <SheetBody>
              <Timeline label={t('orders.progress')} steps={orderSteps(order, t, format)} />
              <OrderReason order={order} />
            </SheetBody>
          </Sheet>
          <Sheet title={t('orders.contents')}>
            <SheetBody ruled>
              <OrderLines lines={order.lines} />
              <OrderFacts order={order} />
              <CancelOrder order={order} />
            </SheetBody>
          </Sheet>
        </Columns>
        {order.canDecide && <DecideOrder order={order} />}
        {order.shipments.length > 0 && <Shipments shipments={order.shipments} />}
        {mayManage && <StaffStatus key={order.id} order={order} />}
        <OrderHistory entries={order.timeline} />
      </Stack>
    </Page>
  );
}

function OrderReason({ order }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!order.automatic) return <Why question={t('orders.why.question')}>{t('orders.why.byHand')}</Why>;
  if (!order.reason) return undefined;
  const { text, decidedAt } = order.reason;
  return (
    <Why question={t('orders.why.question')}>
      {text} {t('orders.why.decided', { moment: format.moment(decidedAt) })}
    </Why>
  );
}

function OrderFacts({ order }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  const { device, customer } = order;
  const facts: (readonly [string, ReactNode | null | undefined])[] = [
    [
      t('orders.column.customer'),
      customer && <UiLink href={paths.customer(customer.id)}>{customer.name}</UiLink>,
    ],
    [t('orders.column.device'), device && <UiLink href={paths.device(device.id)}>{device.name}</UiLink>],
    [t('orders.fact.address'), order.deliveryAddress],
    [t('newOrder.field.contactName'), order.contactName],
    [t('newOrder.field.instructions'), order.deliveryInstructions],
    [t('newOrder.field.costCentre'), order.costCentre],
    [t('newOrder.field.poNumber'), order.poNumber],
    [t('orders.fact.approval'), order.approvalReason],
    [t('orders.fact.declined'), order.declineReason],
    [t('orders.column.kind'), t(`orders.kind.${order.automatic ? 'automatic' : 'byHand'}`)],
    [t('orders.fact.note'), order.note],
  ];
  return <Facts facts={facts.filter(([, value]) => Boolean(value))} />;
}
