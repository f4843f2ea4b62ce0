import { Sheet, SheetBody, Timeline, TwoLines, UiLink, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { underWay } from '../../shared/under-way';
import { OrderStatusPill } from '../../shared/order-status';
import { orderSteps } from '../../shared/order-steps';
import { paths } from '../../shared/paths';
import { TicketStatusPill } from '../../shared/ticket-status';
import type { DeviceDetail } from './device-detail';

/** Orders and requests of one machine that are not finished. */
export function UnderWaySheet({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const orders = device.orders?.filter(({ status }) => underWay.includes(status)) ?? [];
  const tickets = device.openTickets ?? [];
  const nothing = orders.length === 0 && tickets.length === 0;
  // null: the viewer may see them, but the service that knows did not answer
  const missing = device.orders === null || device.openTickets === null;
  return (
    <Sheet title={t('underWay.title')}>
      <SheetBody ruled>
        {orders.map((order) => (
          <Order key={order.id} order={order} />
        ))}
        {tickets.map((ticket) => (
          <div key={ticket.id}>
            <TwoLines
              first={t('tickets.oneNumber', { number: ticket.number })}
              second={ticket.subject}
              end={<TicketStatusPill status={ticket.status} />}
            />
          </div>
        ))}
        {missing && <p>{t('underWay.missing')}</p>}
        {nothing && !missing && <p>{t('underWay.nothing')}</p>}
      </SheetBody>
    </Sheet>
  );
}

function Order({ order }: { readonly order: NonNullable<DeviceDetail['orders']>[number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const articles = order.lines.map(({ article }) => article.name).join(', ');
  const kind = t(`orders.kind.${order.automatic ? 'automatic' : 'byHand'}`);
  return (
    <div>
      <TwoLines
        first={
          <UiLink href={paths.order(order.id)}>{t('orders.oneNumber', { number: order.number })}</UiLink>
        }
        second={`${articles} · ${kind}`}
        end={<OrderStatusPill status={order.status} />}
      />
      <Timeline label={t('orders.progress')} steps={orderSteps(order, t, format)} />
    </div>
  );
}
