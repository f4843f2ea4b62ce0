import type { OrderStatus } from '@platen/graphql-client';
import { type IconName, StatePill, type Tone } from '@platen/ui';
import { useTranslation } from 'react-i18next';

const looks: Readonly<Record<OrderStatus, { tone: Tone; icon?: IconName }>> = {
  AWAITING_APPROVAL: { tone: 'plain' },
  RECEIVED: { tone: 'plain' },
  CONFIRMED: { tone: 'plain' },
  PICKED: { tone: 'plain' },
  SHIPPED: { tone: 'plain', icon: 'arrow' },
  DELIVERED: { tone: 'ok', icon: 'check' },
  BACKORDERED: { tone: 'warn', icon: 'warning' },
  CANCELLED: { tone: 'plain', icon: 'close' },
  RETURNED: { tone: 'plain', icon: 'retry' },
  LOST: { tone: 'warn', icon: 'warning' },
  DECLINED: { tone: 'plain', icon: 'close' },
};

/** Status of an order in a word. */
export function OrderStatusPill({ status }: { readonly status: OrderStatus }) {
  const { t } = useTranslation();
  return <StatePill {...looks[status]}>{t(`orders.status.${status}`)}</StatePill>;
}
