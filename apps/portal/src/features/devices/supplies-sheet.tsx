import { Age, Empty, Sheet, SheetBody, SupplyBars, useFormat, Why } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { underWay } from '../../shared/under-way';
import type { DeviceDetail } from './device-detail';
import { supplyName, supplyView } from '../../shared/devices/supply-view';

/** Supplies of one machine, drawn; where the figures come from and why something was ordered. */
export function SuppliesSheet({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const newest = device.supplies
    .map(({ level }) => level.at)
    .filter((at) => at !== null)
    .toSorted()
    .at(-1);
  return (
    <Sheet
      title={t('supplies.title')}
      aside={
        newest && (
          <>
            {t('supplies.fromDevice')} <Age at={newest} sentence />
          </>
        )
      }
    >
      <SheetBody>
        {device.supplies.length === 0 ? (
          <Empty title={t('supplies.empty.title')}>{t('supplies.empty.text')}</Empty>
        ) : (
          <SupplyBars
            label={t('supplies.title')}
            reorderLabel={t('supplies.reorder')}
            supplies={device.supplies.map((supply) => supplyView(supply, t, format))}
          />
        )}
        {!device.monitored && (
          <Why question={t('supplies.whyUnknown.question')}>{t('supplies.whyUnknown.answer')}</Why>
        )}
        <WhyOrdered orders={device.orders} />
      </SheetBody>
    </Sheet>
  );
}

/** The reason of the order that is under way, beside the level that it answers. */
function WhyOrdered({ orders }: { readonly orders: DeviceDetail['orders'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const order = orders?.find(({ status, reason }) => reason && underWay.includes(status));
  if (!order?.reason) return undefined;
  const article = order.lines[0]?.article;
  const what =
    article && supplyName({ ...article, color: article.color ?? 'NONE', description: article.name }, t);
  const question = what
    ? t('orders.why.questionFor', { what: format.inSentence(what) })
    : t('orders.why.question');
  return <Why question={question}>{order.reason.text}</Why>;
}
