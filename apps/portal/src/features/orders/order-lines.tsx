import type { OrderRowFragment } from '@platen/graphql-client';
import { TwoLines, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';

/** What is in the parcel: how many, what, which part number. */
export function OrderLines({ lines }: { readonly lines: OrderRowFragment['lines'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul aria-label={t('orders.contents')}>
      {lines.map(({ id, quantity, article }) => (
        <li key={id}>
          <TwoLines
            first={article.name}
            second={t('orders.partNumber', { part: article.partNumber })}
            end={t('orders.pieces', { count: quantity, pieces: format.number(quantity) })}
          />
        </li>
      ))}
    </ul>
  );
}
