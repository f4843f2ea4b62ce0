import type { DeviceRowFragment } from '@platen/graphql-client';
import { Age, type Column, SupplyDots, TwoLines, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceStatePill } from './device-state';
import { nextStep } from './next-step';
import { NextStepWords } from './next-step-words';
import { supplyView } from './supply-view';

/** A machine as a line of a list. */
export type DeviceRow = DeviceRowFragment;

/** Columns of every list of machines; `sortKey` is the URL's word for the order. */
export function useDeviceColumns(): readonly Column<DeviceRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'machine',
        header: t('devices.column.machine'),
        cell: (device) => <TwoLines first={device.name} second={device.model} />,
        sortKey: 'name',
        phone: 'title',
      },
      {
        id: 'site',
        header: t('devices.column.site'),
        cell: ({ site }) => site && <TwoLines first={site.city} second={site.street} plain />,
        sortKey: 'site',
        phone: 'plain',
      },
      {
        id: 'state',
        header: t('devices.column.state'),
        cell: (device) => (
          <DeviceStatePill state={device.state} errors={device.errors} lastSeenAt={device.lastSeenAt} />
        ),
        sortKey: 'urgency',
        phone: 'corner',
      },
      {
        id: 'supplies',
        header: t('devices.column.supplies'),
        cell: (device) => <DeviceSupplies device={device} />,
        phone: 'right',
      },
      {
        id: 'next',
        header: t('devices.column.next'),
        cell: (device) => <NextStepWords step={nextStep(device)} />,
        phone: 'left',
      },
      {
        id: 'seen',
        header: t('devices.column.seen'),
        cell: (device) => (device.lastSeenAt ? <Age at={device.lastSeenAt} /> : t('devices.neverSeen')),
        sortKey: 'seen',
        phone: 'hidden',
        align: 'end',
      },
    ],
    [t],
  );
}

/** Toner and ink only: drums and waste boxes have their place on the machine's own page. */
function DeviceSupplies({ device }: { readonly device: DeviceRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!device.monitored) return t('supplies.notKnown');
  const toner = device.supplies.filter(({ kind }) => kind === 'TONER' || kind === 'INK');
  if (toner.length === 0) return t('supplies.noneReported');
  return <SupplyDots supplies={toner.map((supply) => supplyView(supply, t, format))} />;
}
