import { Age, Columns, DataTable, Facts, Sheet, SheetBody, UiLink, useFormat } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from './device-detail';
import { errorWords } from '../../shared/devices/device-state';
import { paths } from '../../shared/paths';
import { MeterTable } from './meter-table';
import { WhySeen } from './why-seen';

/** First tab: what the machine is and reports, and its main meters. */
export function DeviceFacts({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const { site } = device;
  const facts: (readonly [string, ReactNode])[] = [
    [t('devices.fact.maker'), device.maker],
    [t('devices.fact.model'), device.model],
    [t('devices.fact.serial'), device.serialNumber],
    [t('devices.fact.equipmentId'), device.equipmentId],
    [t('devices.fact.site'), site && `${site.name}`],
    [t('devices.fact.floor'), device.floor],
    [t('devices.fact.room'), device.room],
    [t('devices.fact.department'), device.department],
    [t('devices.fact.groups'), device.groups.length > 0 && <Groups groups={device.groups} />],
    [t('devices.fact.address'), device.ipAddress],
    [t('devices.fact.monitoring'), device.monitored ? t('devices.monitored') : t('devices.notMonitored')],
  ];
  return (
    <Columns>
      <Sheet title={t('devices.tabs.meters')} flush>
        <MeterTable meters={device.meters} />
      </Sheet>
      <div>
        {device.alerts.length > 0 && <Alerts device={device} />}
        <Sheet title={t('devices.about')}>
          <SheetBody>
            <Facts facts={facts.filter(([, value]) => Boolean(value))} />
            <WhySeen device={device} />
          </SheetBody>
        </Sheet>
      </div>
    </Columns>
  );
}

/** The groups that the machine belongs to; each leads to the list of its machines. */
function Groups({ groups }: Pick<DeviceDetail, 'groups'>) {
  return groups.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <UiLink href={paths.devices({ group: id })}>{name}</UiLink>
    </span>
  ));
}

function Alerts({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Sheet title={t('devices.alerts.title')} aside={t('devices.alerts.source')} flush>
      <DataTable
        caption={t('devices.alerts.title')}
        columns={[
          {
            id: 'what',
            header: t('devices.alerts.what'),
            cell: (alert) => errorWords(alert.description, t),
            phone: 'title',
          },
          {
            id: 'since',
            header: t('devices.alerts.since'),
            cell: (alert) => (
              <>
                {format.moment(alert.raisedAt)}, <Age at={alert.raisedAt} sentence />
              </>
            ),
          },
        ]}
        rows={device.alerts}
        rowKey={({ id }) => id}
      />
    </Sheet>
  );
}
