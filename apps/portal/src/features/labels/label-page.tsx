import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { DeviceLabelDocument, MakeDeviceLabelDocument } from '@platen/graphql-client';
import { Confirm, FormActions, Sheet, SheetBody } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { ProblemState } from '../../shared/problem-state';
import { QrCode } from '../../shared/qr-code';
import { useCommand } from '../../shared/use-command';
import { DeviceFormFrame } from '../devices/device-form-frame';

const route = getRouteApi('/in/machines/$deviceId/label');

/** The label of one machine: made, shown to be printed, replaced when it is lost. */
export function LabelPage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  return (
    <DeviceFormFrame deviceId={deviceId} title={t('labels.one.title')}>
      {() => <LabelOfDevice deviceId={deviceId} />}
    </DeviceFormFrame>
  );
}

function LabelOfDevice({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(DeviceLabelDocument, {
    variables: { id: deviceId },
    fetchPolicy: 'network-only',
  });
  const { run, running, failure } = useCommand(MakeDeviceLabelDocument, (made) => made.makeDeviceLabel);
  const label = data?.device?.label;
  const make = async (replace: boolean) => {
    const made = await run({ deviceId, replace });
    setAsking(false);
    if (made) await refetch();
  };
  if (!data)
    return (
      <Sheet>
        {error ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : (
          <SheetBody>
            <Skeleton height={200} />
          </SheetBody>
        )}
      </Sheet>
    );
  return (
    <Sheet>
      <SheetBody>
        <CommandProblem failure={failure} />
        <p>{t(label ? 'labels.one.text' : 'labels.one.none')}</p>
        {label && <QrCode text={label.url} label={t('labels.one.qr')} />}
        {label && <strong>{label.code}</strong>}
        <FormActions>
          {label ? (
            <>
              <Button className="no-print" onClick={() => window.print()}>
                {t('labels.one.print')}
              </Button>
              <Button className="no-print" variant="default" onClick={() => setAsking(true)}>
                {t('labels.one.replace')}
              </Button>
            </>
          ) : (
            <Button loading={running} onClick={() => void make(false)}>
              {t('labels.one.make')}
            </Button>
          )}
        </FormActions>
      </SheetBody>
      <Confirm
        open={asking}
        title={t('labels.one.ask')}
        confirm={t('labels.one.replace')}
        cancel={t('labels.one.keep')}
        danger
        busy={running}
        onConfirm={() => void make(true)}
        onCancel={() => setAsking(false)}
      >
        <p>{t('labels.one.consequence')}</p>
      </Confirm>
    </Sheet>
  );
}
