import type { ShipmentFactsFragment } from '@platen/graphql-client';
import { Sheet, SheetBody, StatePill, TwoLines, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';

/** The parcels of an order: what is in each, who carries it, and where the carrier tells where it is (R56). */
export function Shipments({ shipments }: { readonly shipments: readonly ShipmentFactsFragment[] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('orders.shipments.title')}>
      <SheetBody>
        <ul aria-label={t('orders.shipments.title')}>
          {shipments.map((shipment) => (
            <li key={shipment.id}>
              <Parcel shipment={shipment} />
            </li>
          ))}
        </ul>
      </SheetBody>
    </Sheet>
  );
}

function Parcel({ shipment }: { readonly shipment: ShipmentFactsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { carrier, trackingNumber, trackingUrl, shippedAt, deliveredAt, lines } = shipment;
  const contents = lines.flatMap(({ quantity, article }) => (article ? `${quantity} × ${article.name}` : []));
  const number = trackingUrl ? (
    <a href={trackingUrl} target="_blank" rel="noreferrer">
      {t('orders.shipments.track', { number: trackingNumber ?? '' })}
    </a>
  ) : (
    trackingNumber
  );
  return (
    <TwoLines
      first={
        <>
          {carrier ?? t('orders.shipments.noCarrier')} {number}
        </>
      }
      second={[
        ...contents,
        shippedAt && t('orders.shipments.left', { moment: format.moment(shippedAt) }),
        deliveredAt && t('orders.shipments.arrived', { moment: format.moment(deliveredAt) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      end={
        <StatePill tone={deliveredAt ? 'ok' : 'plain'}>
          {t(deliveredAt ? 'orders.status.DELIVERED' : 'orders.status.SHIPPED')}
        </StatePill>
      }
    />
  );
}
