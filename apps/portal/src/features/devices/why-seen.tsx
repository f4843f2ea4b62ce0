import { Why, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from './device-detail';

/** "Why do I see this machine?", answered on the spot (portal.md 3). */
export function WhySeen({ device }: { readonly device: Pick<DeviceDetail, 'viewerSees'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reason, groups } = device.viewerSees;
  const names = format.list(groups.map(({ name }) => name));
  return (
    <Why question={t('sight.why.question')}>
      {reason === 'ASSIGNED' && groups.length > 0
        ? t('sight.why.ASSIGNED_AND_GROUP', { groups: names })
        : t(`sight.why.${reason}`, { groups: names })}
    </Why>
  );
}
