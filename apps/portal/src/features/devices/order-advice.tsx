import { Sheet, SheetBody, Why } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { SuppliesContact } from '../../shared/supplies-contact';
import { useRight } from '../../shared/viewer';
import type { DeviceDetail } from './device-detail';

/** Why nobody orders for a monitored machine, and what to do when more is needed (R51-R53). */
export function OrderAdvice({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const mayOrder = useRight('order:place');
  if (!mayOrder || !device.monitored) return undefined;
  return (
    <Sheet>
      <SheetBody>
        <Why question={t('orders.advice.question')}>{t('orders.advice.monitored')}</Why>
        <SuppliesContact words={t('orders.advice.more')} />
      </SheetBody>
    </Sheet>
  );
}
