import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { paths } from '../../shared/paths';
import { useRight } from '../../shared/viewer';
import type { DeviceDetail } from './device-detail';

/** States of machines that nobody watches and that are in use. */
const ordered: ReadonlySet<DeviceDetail['state']> = new Set(['NOT_MONITORED'] as const);

/** What the viewer may do with this machine; what he may not do at this point of its life is not offered. */
export function DeviceActions({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const { id, viewerActs, viewerCanUpdate, plannedMove } = device;
  const life = viewerActs.some((act) => act !== 'MOVE');
  const mayOrder = useRight('order:place') && !device.monitored && ordered.has(device.state);
  if (!viewerCanUpdate && !life && !mayOrder) return undefined;
  return (
    <Group gap="xs">
      {mayOrder && (
        <ButtonLink href={paths.newOrder({ machines: id })}>{t('newOrder.forMachine')}</ButtonLink>
      )}
      {viewerCanUpdate && (
        <ButtonLink href={paths.editDevice(id)} variant="default">
          {t('devices.act.edit')}
        </ButtonLink>
      )}
      {viewerCanUpdate && (
        <ButtonLink href={paths.deviceLabel(id)} variant="default">
          {t('labels.one.title')}
        </ButtonLink>
      )}
      {viewerActs.includes('MOVE') && (
        <ButtonLink href={paths.moveDevice(id)} variant="default">
          {plannedMove ? t('devices.act.plannedMove') : t('devices.act.move')}
        </ButtonLink>
      )}
      {life && (
        <ButtonLink href={paths.deviceLife(id)} variant="default">
          {t('devices.act.life')}
        </ButtonLink>
      )}
    </Group>
  );
}
