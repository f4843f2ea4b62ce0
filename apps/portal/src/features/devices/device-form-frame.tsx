import { useQuery } from '@apollo/client/react';
import { DeviceFormDocument, type DeviceFormQuery } from '@platen/graphql-client';
import { Empty, Sheet } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';

/** A machine as the forms about it need it. */
export type DeviceInForm = NonNullable<DeviceFormQuery['device']>;

/** What the pages that change a machine share: its name, the way back, and what is said where it is not there. */
export function DeviceFormFrame({
  deviceId,
  title,
  children,
}: {
  readonly deviceId: string;
  readonly title: string;
  readonly children: (device: DeviceInForm) => ReactNode;
}) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(DeviceFormDocument, {
    variables: { id: deviceId },
    fetchPolicy: 'network-only',
  });
  const device = data?.device;
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('nav.products') },
        { label: t('devices.title'), href: paths.devices() },
        ...(device ? [{ label: device.name, href: paths.device(deviceId) }] : []),
      ]}
      about={device && `${device.name} \u00b7 ${t('devices.serial', { serial: device.serialNumber })}`}
    >
      {device ? (
        children(device)
      ) : (
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && device === null && (
            <Empty title={t('devices.notFound.title')}>{t('devices.notFound.text')}</Empty>
          )}
        </Sheet>
      )}
    </Page>
  );
}
