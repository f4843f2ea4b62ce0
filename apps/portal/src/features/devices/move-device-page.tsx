import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeviceFormFrame } from './device-form-frame';
import { MoveWizard } from './move/move-wizard';
import { PlannedMoveNote } from './planned-move-note';

const route = getRouteApi('/in/machines/$deviceId/move');

/** Where a machine goes and when; one that will move already says so, and lets it be taken back. */
export function MoveDevicePage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  const { step } = route.useSearch();
  return (
    <DeviceFormFrame deviceId={deviceId} title={t('move.title')}>
      {(device) =>
        device.plannedMove ? (
          <PlannedMoveNote device={device} />
        ) : (
          <MoveWizard device={device} asked={step ?? 'where'} />
        )
      }
    </DeviceFormFrame>
  );
}
