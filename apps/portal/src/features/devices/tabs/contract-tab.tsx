import { Empty, Facts, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from '../device-detail';

/** Under which contract the machine runs, since when, and whose cost it is. */
export function ContractTab({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { contractNumber, installedOn, costCentre } = device;
  if (!contractNumber) {
    return (
      <Sheet>
        <Empty title={t('devices.contract.empty.title')}>{t('devices.contract.empty.text')}</Empty>
      </Sheet>
    );
  }
  const facts = [
    [t('devices.fact.contract'), contractNumber],
    [t('devices.fact.installed'), installedOn && format.longDay(installedOn)],
    [t('devices.fact.costCentre'), costCentre],
  ] as const;
  return (
    <Sheet title={t('devices.tabs.contract')}>
      <SheetBody>
        <Facts facts={facts.filter(([, value]) => Boolean(value))} />
      </SheetBody>
    </Sheet>
  );
}
