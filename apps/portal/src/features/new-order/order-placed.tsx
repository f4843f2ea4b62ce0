import type { PlaceOrderMutation } from '@platen/graphql-client';
import { Done, FormActions, Sheet, SheetBody, TwoLines, UiLink, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { OrderStatusPill } from '../../shared/order-status';
import { paths } from '../../shared/paths';
import { useViewer } from '../../shared/viewer';

export type PlacedOrder = Extract<
  PlaceOrderMutation['placeOrder'],
  { __typename: 'PlaceOrderSuccess' }
>['orders'][number];

/** What was ordered: the reference numbers, the days, where it goes, and that a mail says the same (R54). */
export function OrderPlaced({ orders }: { readonly orders: readonly PlacedOrder[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useViewer();
  return (
    <Sheet title={t('newOrder.placed.title', { count: orders.length })}>
      <SheetBody ruled>
        <Done>{t('newOrder.placed.mail', { email: user?.email ?? '' })}</Done>
        {orders.map((order) => (
          <TwoLines
            key={order.id}
            first={
              <UiLink href={paths.order(order.id)}>{t('orders.oneNumber', { number: order.number })}</UiLink>
            }
            second={[
              order.device?.name,
              t('newOrder.placed.expected', { day: format.longDay(order.expectedOn) }),
              order.deliveryAddress,
            ]
              .filter(Boolean)
              .join(' · ')}
            end={<OrderStatusPill status={order.status} />}
          />
        ))}
        <FormActions>
          <ButtonLink href={paths.orders()}>{t('newOrder.placed.all')}</ButtonLink>
        </FormActions>
      </SheetBody>
    </Sheet>
  );
}
