import { Sheet, Stack, UiLink } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../shared/paths';
import { MetersContact } from '../../../shared/readings/meters-contact';
import { useRight } from '../../../shared/viewer';
import type { DeviceDetail } from '../device-detail';
import { MeterTable } from '../meter-table';

/** Every counter of the machine with its unit, source and age; the way to hand one in, and whom to ask (R62, R64). */
export function MetersTab({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const writable = useRight('meter:submit');
  const own = paths.meterReadings({ state: 'ALL', search: device.serialNumber });
  return (
    <Stack>
      <Sheet flush>
        <MeterTable meters={device.meters} />
      </Sheet>
      {writable && <UiLink href={own}>{t('readings.ofMachine')}</UiLink>}
      <MetersContact />
    </Stack>
  );
}
