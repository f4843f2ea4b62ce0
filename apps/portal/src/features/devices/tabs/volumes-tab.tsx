import { NativeSelect } from '@mantine/core';
import { Empty, Sheet, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../shared/paths';
import { ProblemState } from '../../../shared/problem-state';
import { shiftMonth, thisMonth } from '../../../shared/volumes/months';
import { useVolumeReport } from '../../../shared/volumes/use-volume-report';
import { VolumeChart } from '../../../shared/volumes/volume-chart';
import type { DeviceDetail } from '../device-detail';

const spans = [12, 24] as const;

/** Pages of the machine by month, a year or two of them. */
export function VolumesTab({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const [months, setMonths] = useState<number>(spans[0]);
  const to = thisMonth();
  const { report, error, refetch } = useVolumeReport({
    of: 'DEVICE',
    ids: [device.id],
    by: 'MONTH',
    from: shiftMonth(to, 1 - months),
    to,
    kinds: [],
    first: 1,
  });
  const span = (
    <NativeSelect
      aria-label={t('volumes.span')}
      value={String(months)}
      onChange={({ currentTarget }) => setMonths(Number(currentTarget.value))}
      data={spans.map((value) => ({ value: String(value), label: t('volumes.months', { count: value }) }))}
    />
  );
  if (report?.total.sum === null) {
    return (
      <Sheet>
        <Empty title={t('devices.volumes.empty.title', { name: device.name })}>
          {t('devices.volumes.empty.text')}
        </Empty>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('volumes.title')} aside={span}>
      {error && !report && <ProblemState error={error} onRetry={() => void refetch()} />}
      {report && (
        <>
          <VolumeChart months={report.months} line={report.total} runningMonth={report.runningMonth} />
          <UiLink href={paths.reports({ of: 'DEVICE', id: device.id, by: 'MONTH' })}>
            {t('volumes.report')}
          </UiLink>
        </>
      )}
    </Sheet>
  );
}
