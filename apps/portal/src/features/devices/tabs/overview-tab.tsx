import { Age, Columns, DataTable, Facts, Sheet, SheetBody, UiLink, useFormat } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from '../device-detail';
import { alertAsGiven, alertWords } from '../../../shared/devices/alert-words';
import { paths } from '../../../shared/paths';
import { WhoSees } from '../../../shared/sight/who-sees';
import { MeterTable } from '../meter-table';
import { WhySeen } from '../why-seen';

/** What the machine is and reports, and its main meters. */
export function OverviewTab({ device }: { readonly device: DeviceDetail }) {
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
    [t('devices.fact.costCentre'), device.costCentre],
    [
      t('devices.fact.contact'),
      [device.contactName, device.contactPhone, device.contactEmail].filter(Boolean).join(', '),
    ],
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
        <WhoSees deviceId={device.id} />
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
            cell: (alert) => format.asSentence(alertWords(alert, t)),
            phone: 'title',
          },
          {
            id: 'given',
            header: t('devices.alerts.given'),
            cell: (alert) => alertAsGiven(alert, t),
            phone: 'left',
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
