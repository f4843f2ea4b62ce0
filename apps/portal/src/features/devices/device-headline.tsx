import { UiLink, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from './device-detail';
import { errorWords } from '../../shared/devices/device-state';
import { nextStep } from '../../shared/devices/next-step';
import { paths } from '../../shared/paths';
import { supplyName } from '../../shared/devices/supply-view';

/** Is everything all right with this machine? State, when it was heard of, and what comes next. */
export function DeviceHeadline({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = nextStep(device);
  const reasons = device.errors.map((code) => errorWords(code, t));
  const state = t(`devices.headline.${device.state}`);
  const heard = () => {
    if (device.state === 'RETIRED') return t('devices.headline.retiredAdvice');
    if (device.state === 'PLANNED' || device.state === 'IN_REPAIR')
      return t('devices.headline.notWatchedAdvice');
    if (!device.monitored) return t('devices.headline.notMonitoredAdvice');
    if (!device.lastSeenAt) return t('devices.headline.neverSeen');
    return device.state === 'SILENT'
      ? t('devices.headline.lastHeard', { moment: format.moment(device.lastSeenAt) })
      : format.asSentence(t('devices.headline.seen', { ago: format.ago(device.lastSeenAt) }));
  };
  return (
    <>
      <b>{state}</b>{' '}
      {reasons.length > 0 && `${t('devices.headline.reports', { reasons: format.list(reasons) })} `}
      {heard()}{' '}
      {device.state === 'SILENT' && (
        <UiLink href={paths.deviceSilence(device.id)}>{t('silence.title')}</UiLink>
      )}
      {(step.kind === 'arrives' || step.kind === 'backordered') &&
        ` ${t(`devices.headline.${step.kind}`, {
          what: step.supply ? supplyName(step.supply, t) : t('devices.next.supply'),
          day: format.longDay(step.expectedOn),
        })}`}
    </>
  );
}
